/**
 * Every deadline by which the health of a connection is judged, with its unit and its source. The reducers in this folder read
 * them here and own no number that is measured in time or bytes.
 *
 * The two numbers that all others serve: a viewer's player holds some 10 s of video, so a dead connection is replaced within
 * 10 s; TCP doubles its retransmission timer after each loss (RFC 6298 §5.5), so a gap of 2 s at the sender may mean that the
 * network has been back for a second already.
 */

/** A live connection, judged by what arrives. */
export const LIVE = {
  /** ms between checks. A stall is noticed this much after its deadline at most. */
  checkIntervalMs: 500,
  /** ms without one byte taken by the operating system while bytes wait. With the checks and the reset: 10 s in all. */
  nothingTakenMs: 8000,
  /** ms that an acknowledgement (RTMP 1.0 §5.4.3) is overdue. The system's own buffers took the bytes of about 1 s before. */
  acknowledgementMs: 7000,
  /** ms that the answer to a keepalive is overdue, counted from the request, which followed 2 s without any sign. */
  answerMs: 6500,
  /** ms that an acknowledgement is overdue before the server is probed beside the connection. Two doublings of TCP's timer. */
  suspectMs: 2500,
  /** bytes: a server that acknowledges at least this often is missed soon. Four times the window that servers are asked for. */
  frequentStepBytes: 128 * 1024,
  /** ms after which a connection that is acknowledged proves that the server acknowledges. */
  provenMs: 60_000,
  /** losses in a row for overdue acknowledgements, after which the server's acknowledgements are no longer required. */
  maxSilentLosses: 3,
  /** losses in a row before the full deadline, because the server answered a probe. */
  maxEarlyLosses: 3,
} as const;

/** Acknowledgements, read as a measure of the path. */
export const DELIVERY = {
  /** acknowledgements looked back at for how far apart they come. */
  rememberedSteps: 16,
  /** ms of media that the path may hold at once, at the rate of the last second. */
  aheadMs: 250,
  /** bytes that the path may hold at once in any case. One and a half windows. */
  aheadBytes: 48 * 1024,
  /** ms over which the rate of arrival is measured. */
  rateWindowMs: 1000,
  /** ms since the last acknowledgement, after which only the socket limits what is sent. */
  freshMs: 2500,
} as const;

/** Keepalive requests to a server that acknowledges rarely or never. */
export const KEEPALIVE = {
  /** ms without a sign of life before the next request. */
  idleMs: 2000,
  /** ms before the first request on a new connection, so that the server's habit is known early. */
  firstIdleMs: 500,
  /** bytes handed over without an acknowledgement: eight windows. The server doesn't acknowledge. */
  neverAcknowledgesBytes: 256 * 1024,
  /** `call` requests without an answer before requests end. */
  maxUnansweredCalls: 2,
  /** answers needed before their delay means anything. */
  answersToTrust: 2,
  /** ms that a server may take longer than at best by itself. */
  ownDelayMs: 250,
} as const;

/** Opening a connection. Each step's own deadline is the RTMP library's (`defaultDeadlines`); these end a step early. */
export const OPENING = {
  /** ms for a whole attempt, whatever hangs. Above the sum of the library's deadlines. */
  attemptMs: 60_000,
  /** ms that a step may take before the server is probed beside it. */
  stepMs: 2000,
  /** times the quickest opening so far: a server that was always slow gets longer. */
  slownessFactor: 3,
  /** growth of the above with each opening that was cut short while the server worked. */
  growth: 1.5,
} as const;

/** Probing a server beside the connection: how often, and how long one probe may take. */
export const PROBE = {
  /** ms between probes of a server that is out of reach. */
  intervalMs: 1000,
  /** ms during which that interval holds; then the next one. */
  eagerMs: 60_000,
  laterIntervalMs: 2000,
  /** ms for one probe; the next starts beside it. TCP's first retransmission comes after 1 s (RFC 6298 §2.1), the second at 3 s. */
  deadlineMs: 3000,
  /** ms between probes of a server that should be there. */
  doubtIntervalMs: 500,
  /** ms within which a healthy network lets a server answer. */
  doubtDeadlineMs: 1000,
  /** ms, at most, added at random so that links and computers don't probe in step. */
  jitterMs: 250,
} as const;

/** The pulse of a broadcast or a recording. */
export const PULSE = {
  beatMs: 250,
  secondMs: 1000,
  /** ms that a beat comes late: the computer slept, or this process was stopped. */
  sleptMs: 5000,
  /** ms that the wall clock moves against the monotonic one: somebody set the clock. */
  clockSetMs: 1000,
} as const;
