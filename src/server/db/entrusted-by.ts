/** The letters under which the unit of a post `t` acts, as json; null for the agency's own people. */
export const ENTRUSTED_BY = `(SELECT json_agg(json_build_object('organisation', o.organisation, 'items', o.items,
    'fromOn', o.from_on, 'untilOn', o.until_on, 'endedOn', o.ended_on)) FROM app.unit_entrustments o WHERE o.unit_id = t.unit_id)`
