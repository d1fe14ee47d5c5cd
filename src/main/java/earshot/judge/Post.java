package earshot.judge;

/**
 * What is judged.
 *
 * @param platform the word of labels.md, such as {@code facebook}
 * @param author handle or name, "" when unknown
 * @param context the thread's title, page or parent post, "" when there is none
 * @param text what was said
 */
public record Post(String platform, String author, String context, String text) {}
