// What For Each and While share: the variables of a round, Break and Continue, and the message after the loop.
import type { Branch } from '../model/app.ts'
import { LoopSignal, type Context } from '../model/context.ts'
import { Data } from '../model/data.ts'
import { isPromise, type MaybePromise } from '../model/maybe-promise.ts'
import {
  emptyDict,
  message as newMessage,
  withPayload,
  withVariables,
  type Message,
} from '../model/message.ts'
import { MessageValue } from '../model/value.ts'

export interface Rounds {
  /** Payload of the next round, or undefined: the loop is over. Sees the variables as they are by now. */
  next(round: number, between: Message): Data | undefined
  /** How many there are, where that is known; `next` is asked for no more. */
  count?: number
}

/**
 * Runs the branch `body` round after round. Variables carry over. Afterwards: payload and attributes as before, variables
 * as the rounds left them, counter and root message as they were before the loop.
 */
export function loop(message: Message, context: Context, rounds: Rounds): MaybePromise<Message> {
  return new Loop(message, context, rounds).go()
}

class Loop {
  readonly #message: Message
  readonly #context: Context
  readonly #rounds: Rounds
  readonly #body: Branch | undefined
  readonly #counter: string
  readonly #rootName: string
  readonly #root: Data
  #variables: Message['variables']
  #round = 0
  /** A Break has ended it. */
  #isOver = false

  constructor(message: Message, context: Context, rounds: Rounds) {
    this.#message = message
    this.#context = context
    this.#rounds = rounds
    this.#body = context.branches('body')[0]
    this.#counter = String(context.setting('counter') ?? 'counter')
    this.#rootName = String(context.setting('rootMessage') ?? 'rootMessage')
    this.#root = Data.of(new MessageValue(message))
    this.#variables = message.variables
  }

  /** The first round that waits makes all of the loop wait. */
  go(): MaybePromise<Message> {
    for (let start = this.#start(); start; start = this.#start()) {
      const done = this.#runRound(start)
      if (isPromise(done)) return this.#goOn(done)
      this.#variables = done.variables
    }
    return this.#end()
  }
  async #goOn(first: Promise<Message>): Promise<Message> {
    this.#variables = (await this.#caught(first)).variables
    for (let start = this.#start(); start; start = this.#start()) {
      const done = this.#runRound(start)
      this.#variables = (isPromise(done) ? await this.#caught(done) : done).variables
    }
    return this.#end()
  }

  /** The message that the next round starts with; undefined: there is none. */
  #start(): Message | undefined {
    if (this.#isOver || this.#round === this.#rounds.count) return undefined
    const round = this.#round++
    const variables = this.#variables.with(this.#counter, Data.of(round)).with(this.#rootName, this.#root)
    const between = newMessage(Data.none, emptyDict, variables, this.#message.seqId)
    const payload = this.#rounds.next(round, between)
    return payload && withPayload(between, payload)
  }
  #runRound(start: Message): MaybePromise<Message> {
    if (!this.#body) return start
    try {
      return this.#context.branch(this.#body, start, this.#round - 1, this.#rounds.count)
    } catch (thrown) {
      return this.#signal(thrown)
    }
  }
  #caught(done: Promise<Message>): Promise<Message> {
    return done.catch((thrown: unknown) => this.#signal(thrown))
  }
  /** A Break or a Continue ends the round with its message. */
  #signal(thrown: unknown): Message {
    if (!(thrown instanceof LoopSignal)) throw thrown
    this.#isOver = thrown.kind === 'break'
    return thrown.message
  }
  #end(): Message {
    const { variables } = this.#message
    return withVariables(this.#message, this.#variables.restored([this.#counter, this.#rootName], variables))
  }
}
