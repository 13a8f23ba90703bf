import { proceduresOf } from '#domain/procedure/procedures.ts'
import { delivery } from './delivery.ts'
import { hearing } from './hearing.ts'
import { legalReview } from './legal-review.ts'
import { licence } from './licence.ts'
import { panel } from './panel.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { transfer } from './transfer.ts'

/** Every procedure that runs here; a new one is a new file and a line in this list. */
export const PROCEDURES = proceduresOf([penaltyOrdinary, licence, legalReview, hearing, panel, delivery, transfer])
