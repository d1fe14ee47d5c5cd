package earshot.mail;

/** What came of handing one mail to the server; each reason is a plain sentence. */
sealed interface Outcome {
  /** The server took it over. */
  record Delivered() implements Outcome {}

  /** Not now; the same mail again after a while (4yz, RFC 5321 §4.2.1). */
  record Later(String why) implements Outcome {}

  /** The server will never take this mail for this recipient (5yz). */
  record Never(String why) implements Outcome {}

  /** The line broke in the middle: it may or may not have taken it. */
  record Cut(String why) implements Outcome {}

  /**
   * No mail can leave at present.
   *
   * @param settings whether our own settings are refused, so that trying often does not help
   */
  record Down(String why, boolean settings) implements Outcome {}
}
