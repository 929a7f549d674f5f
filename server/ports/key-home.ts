import type { PublicJwk } from '../../shared/credential/keys.ts'
import type { Signer } from '../../shared/credential/seal.ts'

/** Where private keys are kept outside the database: in the environment of the process, or in a key service 密钥服务. */
export interface KeyHome {
  readonly name: 'environment' | 'kms'
  /** The public halves it has now. @throws Fault `unavailable` KE-05 while it cannot be asked */
  keys(): Promise<readonly PublicJwk[]>
  /** undefined = no such key here, as far as can be known without asking. */
  signer(kid: string): Signer | undefined
}
