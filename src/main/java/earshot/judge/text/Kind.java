package earshot.judge.text;

/** What a token is by its form. */
public enum Kind {
  WORD,
  NUMBER,
  PUNCTUATION,
  EMOJI,
  HANDLE,
  HASHTAG,
  URL,
  EMAIL,
  PHONE,
  POSTCODE
}
