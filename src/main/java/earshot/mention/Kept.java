package earshot.mention;

/** What became of an item that was to be kept. */
public sealed interface Kept {
  Mention mention();

  /** It was not known. */
  record New(Mention mention) implements Kept {}

  /** It was known and now says something else; a new version of the same mention. */
  record Edited(Mention mention) implements Kept {}

  /** It was known and says the same. */
  record Known(Mention mention) implements Kept {}
}
