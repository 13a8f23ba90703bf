import type { CaseAnswer } from '#contract/cases.ts'
import { AttachedFiles } from '../../ui/case/approval/attached-files.tsx'
import { CaseFacts } from '../../ui/case/case-facts.tsx'
import { CaseRuns } from '../../ui/case/case-runs.tsx'
import { ThingsTab } from '../../ui/case/custody/things-tab.tsx'
import { DocumentList } from '../../ui/case/document-list.tsx'
import { EvidenceList } from '../../ui/case/evidence/evidence-list.tsx'
import { PerformanceSheet } from '../../ui/case/performance-sheet.tsx'
import { ScenesTab } from '../../ui/case/scenes/scenes-tab.tsx'
import { Timeline } from '../../ui/case/timeline.tsx'
import { CurrentAct } from './current-act.tsx'
import { DossierView } from './dossier-view.tsx'

type Props = { readonly answer: CaseAnswer; readonly act: string | undefined; readonly show: string }

export function CaseView({ answer, act, show }: Props) {
  switch (show) {
    case 'facts':
      return <CaseFacts answer={answer} />
    case 'evidence':
      return <EvidenceList caseId={answer.state.id} evidence={answer.state.evidence} />
    case 'recordings':
      return <ScenesTab answer={answer} />
    case 'things':
      return <ThingsTab answer={answer} />
    case 'performance':
      return <PerformanceSheet answer={answer} />
    case 'documents':
      return (
        <>
          <DocumentList answer={answer} />
          <AttachedFiles state={answer.state} title="报批和审批的附件" />
        </>
      )
    case 'dossier':
      return <DossierView caseId={answer.state.id} />
    case 'runs':
      return <CaseRuns answer={answer} />
    case 'timeline':
      return <Timeline entries={answer.timeline} people={answer.people} />
    default:
      return <CurrentAct answer={answer} act={act} />
  }
}
