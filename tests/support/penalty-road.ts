import { CaseRoad, type RoadCaller, type RoadDesk } from './case-road.ts'
import { SEVEN_POINTS } from './penalty-steps.ts'

type Named = { readonly id: string; readonly name: string }

/** An ordinary penalty over HTTP, step by step, by the people of the demo's market bureau. */
export class PenaltyRoad<C extends RoadCaller = RoadCaller> extends CaseRoad<C> {
  handlers: string[] = []
  party = ''
  violation = ''

  static async open<C extends RoadCaller>(
    desk: RoadDesk<C>,
    more: Record<string, unknown> = {},
  ): Promise<PenaltyRoad<C>> {
    const road = new PenaltyRoad(desk)
    await road.meetPeople()
    await road.open('lin', await road.opening(more))
    road.violation = (await road.state('lin')).violations[0]?.id ?? ''
    return road
  }

  async meetPeople(): Promise<void> {
    const lin = await this.as('lin')
    const { people } = (await lin.get('/api/people')).json<{ people: Named[] }>()
    const { parties } = (await lin.get(`/api/parties?q=${encodeURIComponent('青石')}`)).json<{ parties: Named[] }>()
    this.handlers = ['林一', '周二'].map((name) => people.find((person) => person.name === name)?.id ?? '')
    this.party = parties[0]?.id ?? ''
  }

  async opening(more: Record<string, unknown> = {}): Promise<unknown> {
    const today = this.desk.context.clock.today()
    return {
      procedure: 'penalty-ordinary',
      name: '某餐饮公司经营超过保质期食品案',
      parties: [this.party],
      violations: [{ party: this.party, cause: '经营超过保质期的食品' }],
      handlers: this.handlers,
      facts: { case: { source: '行政检查', 'found-on': today, clue: '检查发现', place: '青石区' } },
      ...more,
    }
  }

  async file(): Promise<void> {
    await this.proposeFiling()
    await this.agree('zheng', 'shen')
  }

  async proposeFiling(): Promise<void> {
    const today = this.desk.context.clock.today()
    const facts = {
      case: { 'in-jurisdiction': true, 'filing-reason': '涉嫌违反食品安全法' },
      violation: { [this.violation]: { 'act-ended-on': today } },
    }
    await this.take('lin', 'file', facts)
  }

  async investigate(): Promise<void> {
    const now = this.desk.context.clock.now().getTime()
    const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString()
    const inquiry = {
      officers: this.handlers,
      'certificate-shown': true,
      'began-at': at(90),
      'ended-at': at(30),
      'inquiry-place': '本局询问室',
      'inquired-person': '赵某',
      'inquiry-text': '问：货架上的调味品何时购进？\n答：去年购进。',
    }
    await this.take('lin', 'inquire', { case: inquiry })
    const evidence = [{ kind: '书证', title: '进货台账', source: '当事人提供' }]
    await this.take('lin', 'add-evidence', {}, { evidence })
    const flags = ['is-complicated', 'is-major', 'public-interest', 'is-complex', 'other-review-ground']
    const report = {
      ...Object.fromEntries(flags.map((flag) => [flag, flag === 'public-interest'])),
      'facts-found': '当事人经营超过保质期的调味品 6 瓶，货值 138 元。',
      proposal: '给予行政处罚',
      'proposal-reason': '事实清楚，证据充分',
    }
    await this.take('lin', 'report', { case: report })
    await this.agree('zheng')
  }

  async notify(more: Record<string, unknown> = {}): Promise<void> {
    const facts = { violation: { [this.violation]: { fine: '5000', warning: true, ...more } } }
    await this.take('lin', 'issue-notice', facts)
    await this.agree('zheng', 'shen')
    await this.deliver()
    const waived = { 'waives-statement': true, 'waives-hearing': true, 'waiver-medium': '书面' }
    await this.take('lin', 'hear-party', { party: { [this.party]: waived } })
    await this.take('lin', 'reconsider', { party: { [this.party]: { heard: '当事人明确放弃陈述、申辩。' } } })
    await this.agree('zheng')
  }

  async deliver(): Promise<void> {
    const facts = {
      method: '直接送达',
      'received-on': this.desk.context.clock.today(),
      'received-by': '赵某',
      'delivery-place': '当事人住所',
      'delivered-by': this.handlers,
    }
    await this.take('lin', 'deliver', { case: facts })
  }

  async draft(): Promise<void> {
    const facts = { 'decision-reasons': '违法事实清楚，裁量适当。', correction: '立即停止经营超过保质期的食品' }
    await this.take('lin', 'draft', { case: facts })
  }

  async review(): Promise<void> {
    await this.take('lin', 'submit-review')
    await this.take('wu', 'pass', { case: SEVEN_POINTS })
  }

  async decide(): Promise<void> {
    await this.take('lin', 'go-to-decision')
    await this.take('lin', 'decide')
    await this.agree('shen')
  }

  /** From the clue to the decision, nothing being contested. */
  async untilDecided(): Promise<void> {
    await this.file()
    await this.investigate()
    await this.notify()
    await this.draft()
    await this.review()
    await this.decide()
  }

  async finish(): Promise<void> {
    await this.deliver()
    await this.take('lin', 'begin-performance')
    const today = this.desk.context.clock.today()
    const paid = { paid: '5000', 'paid-on': today, 'receipt-number': 'P-1', 'is-performed': true }
    await this.take('lin', 'record-performance', { party: { [this.party]: paid } })
    await this.take('lin', 'close', { case: { 'closure-note': '已经履行完毕' } })
    await this.agree('zheng', 'shen')
    await this.take('lin', 'make-dossier', { case: { retention: '30年' } })
  }
}
