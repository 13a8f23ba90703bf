-- A term of the party, a court or the police is nobody's own; when it is over the office may go on, and the lists say how.
ALTER TABLE app.cases
  ADD COLUMN lapsed_on date,
  ADD COLUMN lapse text,
  ADD COLUMN tells_on date,
  ADD CONSTRAINT cases_lapse_check CHECK ((lapsed_on IS NULL) = (lapse IS NULL));
COMMENT ON COLUMN app.cases.lapsed_on IS '对方（当事人、法院、公安机关）的期限从这一天起已满；还没有接着办的最早的一个';
COMMENT ON COLUMN app.cases.lapse IS '期限已满以后可以办什么，清单上显示的一句话';
COMMENT ON COLUMN app.cases.tells_on IS '每日通知从这一天起要看这个案件：对方的期限已满，或者加处罚款到了上限';

ALTER TABLE app.notices DROP CONSTRAINT notices_kind_check;
ALTER TABLE app.notices ADD CONSTRAINT notices_kind_check CHECK (kind IN ('assigned', 'to-approve', 'to-handle', 'returned', 'reminded', 'due-soon', 'overdue',
    'recording-missing', 'disclosure-due', 'measure-ending', 'merged', 'agreed', 'concluded', 'answered', 'term-over', 'surcharge-capped'));
