package earshot.watch;

/**
 * A rule that a text matches for a school, and the words that did it.
 *
 * @param start first character of the words in the text, UTF-16 units
 * @param end one past the last
 */
public record Hit(String school, Rule rule, int start, int end) {}
