/** Minutes the warehouse has to answer a won deal before people are told. */
const ANSWER_WITHIN_MINUTES = 5;

/** Won deals from before this moment should have an answer by now (SAL-10). */
export const answerDueSince = (now: Date): Date => new Date(now.getTime() - ANSWER_WITHIN_MINUTES * 60_000);

/** SQL: whether the deal `d` is won and the warehouse has not answered, though it is due. @param since slot of `answerDueSince` */
export const isUnanswered = (since: string) => `d.status = 'won' and d.reservation_state = 'requested' and d.won_at < ${since}::timestamptz`;
