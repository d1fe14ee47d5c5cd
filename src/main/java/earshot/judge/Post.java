package earshot.judge;

import earshot.mention.Mention;

/**
 * What is judged.
 *
 * @param platform the word of labels.md, such as {@code facebook}
 * @param author handle or name, "" when unknown
 * @param context the thread's title, page or parent post, "" when there is none
 * @param text what was said
 */
public record Post(String platform, String author, String context, String text) {
  /** A mention as it is kept. */
  public static Post of(Mention mention) {
    return of(mention, Finding.searched(mention.title(), mention.text()));
  }

  /**
   * A mention, read in the words of one of its versions.
   *
   * @param searched the version's title and text ({@link Finding#searched})
   */
  public static Post of(Mention mention, String searched) {
    return new Post(mention.platform(), mention.author(), mention.context(), searched);
  }
}
