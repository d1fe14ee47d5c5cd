package earshot.source.page.posts;

import java.util.regex.Pattern;

/** A name as its owner goes by it, without the words that pages put round it. */
public final class Authors {
  private static final int LONGEST = 100;
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:view all posts by|veröffentlicht von|(?:posted|written|published|submitted|reviewed|asked|answered|started|created|words|story|text|review|comment|report|reported)\\s+by"
              + "|by|von|par|por|di|author|user|name|from|autor|message from)\\b[:\\s]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:\\s+(?:am|on|um|at|says|said|wrote|writes|commented|sagt|schrieb|a dit|dice)\\s*:?|\\s*[:|»,·•-]+)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REST =
      Pattern.compile(
          "(?:\\s+[|·•»/]\\s+|\\s+-\\s+|,\\s+(?=(?:\\p{L}+ )*(?:reporter|editor|correspondent|writer|staff))"
              + "|\\s+on\\s+(?=\\d|\\p{Lu}\\p{L}{2,8} \\d)|\\s+(?=\\d{1,2}[ /.]\\p{L}*)"
              + "|\\s+(?:published|updated|posted)\\b|\\n).*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Authors() {}

  /** "" when what is left cannot be a name. */
  public static String clean(String raw) {
    String name = raw.replace('\u00A0', ' ').strip();
    name = BEFORE.matcher(name).replaceFirst("").strip();
    name = REST.matcher(name).replaceFirst("").strip();
    name = AFTER.matcher(name).replaceFirst("").strip();
    boolean date = name.matches("\\d{1,2}[./]? ?\\d.*|\\d{1,2}\\.? .*|\\d+");
    boolean address = date || name.startsWith("http") || name.startsWith("www.");
    return address || name.length() > LONGEST || name.chars().noneMatch(Character::isLetterOrDigit)
        ? ""
        : name;
  }
}
