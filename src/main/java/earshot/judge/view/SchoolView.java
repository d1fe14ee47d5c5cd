package earshot.judge.view;

import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.school.School;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds in a text the words that belong to one school. Immutable once made; made once a school. */
public final class SchoolView {
  private static final int MOST_TOKENS = 9;

  private final Names names;

  public SchoolView(School school, Tokeniser tokeniser) {
    names = SchoolNames.of(school, tokeniser);
  }

  public static boolean isTitle(String word) {
    return SchoolNames.TITLES.contains(word);
  }

  /**
   * Marks the words that are the school's.
   *
   * @param people which tokens are parts of persons' names
   */
  public Marked mark(Token[] tokens, byte[] people) {
    Mark[] marks = new Mark[tokens.length];
    int[] ends = new int[tokens.length];
    Arrays.fill(marks, Mark.NONE);
    for (int i = 0; i < tokens.length; i++) {
      ends[i] = i + 1;
    }
    StringBuilder key = new StringBuilder(96);
    int i = 0;
    while (i < tokens.length) {
      int end = longest(tokens, i, key, marks);
      for (int j = i + 1; j < end; j++) {
        marks[j] = marks[i];
      }
      ends[i] = Math.max(end, i + 1);
      i = ends[i];
    }
    markOtherSchools(tokens, marks);
    return new Marked(tokens, marks, ends, people);
  }

  private int longest(Token[] tokens, int start, StringBuilder key, Mark[] marks) {
    Token first = tokens[start];
    if (first.kind() == Kind.HANDLE) {
      Mark mark = names.within(squashHandle(first.word()));
      marks[start] = mark == null ? Mark.NONE : mark;
      return start + 1;
    }
    if (first.kind() != Kind.WORD && first.kind() != Kind.HASHTAG && first.kind() != Kind.NUMBER) {
      return start + 1;
    }
    key.setLength(0);
    int end = start;
    for (int i = start; i < tokens.length && i < start + MOST_TOKENS; i++) {
      Kind kind = tokens[i].kind();
      if (kind == Kind.PUNCTUATION
          && !tokens[i].word().equals("-")
          && !tokens[i].word().equals(".")
          && !tokens[i].word().equals("&")) {
        break;
      }
      SchoolNames.appendSquashed(key, tokens[i].word());
      if (key.length() > names.longest() + 2 || !names.mayStart(key)) {
        break;
      }
      Mark mark = kind == Kind.PUNCTUATION ? null : find(key.toString(), i - start, tokens[start]);
      if (mark != null) {
        marks[start] = mark;
        end = i + 1;
      }
    }
    return end;
  }

  private @Nullable Mark find(String key, int more, Token first) {
    Mark mark = names.get(key);
    if (mark == null) {
      return more < 4 ? names.near(key) : null;
    }
    boolean small = more == 0 && first.shape() == Shape.LOWER;
    boolean word = mark == Mark.CLASS || mark == Mark.STAFF_NAME || mark == Mark.SCHOOL_SHORT;
    if (small && word && first.classes().length > 0) {
      return null;
    }
    return mark;
  }

  private static String squashHandle(String handle) {
    StringBuilder key = new StringBuilder();
    SchoolNames.appendSquashed(key, handle);
    return key.toString();
  }

  /** Names such as {@code Crowgarth Academy} that are not this school's. */
  private static void markOtherSchools(Token[] tokens, Mark[] marks) {
    for (int i = 1; i < tokens.length; i++) {
      if (SchoolNames.KINDS.contains(tokens[i].word())
          && tokens[i].shape() == Shape.TITLE
          && marks[i] == Mark.NONE
          && marks[i - 1] == Mark.NONE
          && tokens[i - 1].shape() == Shape.TITLE
          && !tokens[i - 1].sentence()
          && tokens[i - 1].classes().length == 0) {
        marks[i - 1] = Mark.OTHER_SCHOOL;
        marks[i] = Mark.OTHER_SCHOOL;
      }
    }
  }
}
