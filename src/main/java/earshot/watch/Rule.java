package earshot.watch;

import earshot.query.Query;

/**
 * One line of a keyword list.
 *
 * @param list the list's name
 * @param line where it stands in its file, counted from 1
 * @param text as written
 * @param query as understood
 */
public record Rule(String list, int line, String text, Query query) {}
