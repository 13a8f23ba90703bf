import './action-form.css'
import { type FormEvent, type ReactNode, useId } from 'react'
import { standingPayments } from '#domain/case/standing-payments.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { pointerOf } from '../../lib/case/form-model.ts'
import { isHandOver } from '../../lib/case/is-hand-over.ts'
import { addedOf, movedThings } from '../../lib/case/moved-things.ts'
import { scenePointer } from '../../lib/case/scene-words.ts'
import { LIST_CITED, showsHints } from '../../lib/case/shows-hints.ts'
import { isMainStep } from '../../lib/case/sort-offers.ts'
import { type ActionFormOf, type ActionForm as Form, useActionForm } from '../../lib/case/use-action-form.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { ErrorSummary, type FieldTitles } from '../form/error-summary.tsx'
import { EvidenceContext } from '../form/evidence-context.ts'
import { type Account, PaymentsContext } from '../form/payments-context.ts'
import { ThingsContext } from '../form/things-context.ts'
import { ActionIntro } from './action-intro.tsx'
import { Attachments } from './approval/attachments.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { EvidenceAdder } from './evidence/evidence-adder.tsx'
import { FactSections } from './fact-sections.tsx'
import { FineOfSection } from './fine/fine-of-section.tsx'
import { CaseHints } from './hints/case-hints.tsx'
import { MergeFinder } from './merge-finder.tsx'
import { rangeNotes } from './range-notes.ts'
import { SaveLine } from './save-line.tsx'
import { SceneFields } from './scenes/scene-fields.tsx'
import { titlesOf } from './titles-of.ts'

type Props = ActionFormOf & {
  readonly aside?: (form: Form) => ReactNode
  /** Another arrangement of the fields than one section after the other. */
  readonly layout?: (form: Form) => ReactNode
  readonly titles?: FieldTitles | undefined
  /** The case has moved on and no longer offers this act; what was typed stays to be read and copied. */
  readonly isGone?: boolean | undefined
}

/** The form of one action, generated from what its offer asks; its papers may stand beside it. */
export function ActionForm({ aside, layout, titles: named, isGone = false, ...of }: Props) {
  const form = useActionForm(of)
  const { answer, offer, sections } = of
  const titleId = useId()
  useShortcuts({ 'mod+s': () => void form.saveNow() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void form.submit()
  }
  const titles = { ...titlesOf(sections), ...sceneTitles(offer), other: '并入的案件', attachments: '附件', ...named }
  return (
    <EvidenceContext value={[...answer.state.evidence, ...addedOf(form)]}>
      <ThingsContext value={movedThings(answer, offer)}>
        <PaymentsContext value={accountOf(answer)}>
          <div className={aside ? 'work has-paper' : 'work'}>
            <form
              onSubmit={submit}
              onKeyDown={holdEnter}
              onBlur={() => void form.saveNow()}
              aria-labelledby={titleId}
              data-edit
              noValidate
            >
              <ActionIntro answer={answer} offer={offer} titleId={titleId} draft={of.draft} />
              <ErrorSummary errors={form.errors} titles={titles} />
              {form.conflict && <ConflictPanel form={form} titles={titles} people={answer.people} />}
              {showsHints(answer.state, offer) && (
                <CaseHints
                  state={answer.state}
                  typed={form.values}
                  isFolded
                  onCite={
                    asks(sections, LIST_CITED)
                      ? (party, text) => form.set(pointerOf(LIST_CITED, party), text)
                      : undefined
                  }
                />
              )}
              {layout ? (
                layout(form)
              ) : (
                <FactSections
                  sections={sections}
                  form={form}
                  notes={rangeNotes(answer.state, sections)}
                  after={(section) => <FineOfSection state={answer.state} section={section} typed={form.values} />}
                />
              )}
              <Besides answer={answer} offer={offer} form={form} />
              <SceneFields records={offer.records} form={form} />
              {isGone && !form.isBusy ? <GoneFoot onLeave={of.onDone} /> : <FormFoot of={of} form={form} />}
            </form>
            {aside?.(form)}
          </div>
        </PaymentsContext>
      </ThingsContext>
    </EvidenceContext>
  )
}

/** What may be taken back: entries that stand. */
function accountOf({ state }: ActionFormOf['answer']): Account {
  return { entries: standingPayments(state), parties: state.parties }
}

function asks(sections: ActionFormOf['sections'], fact: string): boolean {
  return sections.some(({ fields }) => fields.some(({ name }) => name === fact))
}

type BesidesProps = Pick<ActionFormOf, 'answer' | 'offer'> & { readonly form: Form }

/** What goes with the act beside its fields: evidence, another case, files for those who agree. */
function Besides({ answer: { state }, offer, form }: BesidesProps) {
  return (
    <>
      {offer.adds === 'evidence' && <EvidenceAdder caseId={state.id} form={form} />}
      {offer.joins && <MergeFinder caseId={state.id} form={form} />}
      {offer.approval.length > 0 && !isHandOver(state, offer) && (
        <Attachments
          caseId={state.id}
          files={form.attachments}
          errors={form.errors.fields.attachments}
          onChange={form.setAttachments}
        />
      )}
    </>
  )
}

function FormFoot({ of: { answer, offer }, form }: { readonly of: ActionFormOf; readonly form: Form }) {
  return (
    <footer className="form-foot">
      <button
        type="submit"
        className={isMainStep(answer.offers, offer) ? 'button primary' : 'button solid'}
        disabled={form.isBusy}
      >
        {form.isBusy ? '正在提交…' : submitWords({ answer, offer })}
      </button>
      <SaveLine state={form.saveState} />
    </footer>
  )
}

function GoneFoot({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <footer className="form-foot">
      <div className="notice soon" role="status">
        <strong>这一步现在不能办了</strong>
        案件有了新的进展，见“经过”。您填写的内容还在上面，可以抄录；不要了就收起。
      </div>
      <button type="button" className="button solid" onClick={onLeave}>
        收起
      </button>
    </footer>
  )
}

function sceneTitles({ records }: ActionFormOf['offer']): FieldTitles {
  return Object.fromEntries(records.map(({ code }) => [scenePointer(code), sceneOf(code).title]))
}

/** What the button does: an act that needs agreement is submitted for it. */
function submitWords({ answer, offer }: Pick<ActionFormOf, 'answer' | 'offer'>): string {
  const { title, approval } = offer
  if (approval.length === 0) return title
  if (isHandOver(answer.state, offer)) return `${title}，请对方确认`
  return title.startsWith('报') || title.includes('报请') ? title : `${title}，报审批`
}
