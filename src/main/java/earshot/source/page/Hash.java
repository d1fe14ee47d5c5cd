package earshot.source.page;

import earshot.source.Fingerprint;

/** A short fingerprint of words, blind to spaces. */
final class Hash {
  private static final int BYTES = 8;

  private Hash() {}

  static String of(String first, String second) {
    String words = first.strip() + "\n" + second.replaceAll("\\s+", " ").strip();
    return Fingerprint.of(words, BYTES);
  }
}
