package earshot.judge.encoder;

import earshot.judge.names.NameTagger;
import earshot.judge.text.Token;
import earshot.judge.traits.Reading;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Lays a reading out as pieces. The school's own names stand as placeholders, those of persons as
 * {@link StandIns}.
 */
public final class Sequences {
  /** Pieces of a text that are read; of a longer one its opening and its most telling part. */
  static final int MOST = 128;

  private static final int OPENING = 40;

  /** The same of an article, of which the quick reader takes its time. */
  private static final int MOST_OF_ARTICLE = 56;

  private static final int OPENING_OF_ARTICLE = 20;
  private static final int ARTICLE = 500;
  private static final int AUTHOR = 10;
  private static final int CONTEXT = 24;
  private static final int PLATFORM = 3;
  private static final int EMOJI = 30;
  private static final int EMOJIS = 69;
  private static final int[] NO_CLASS = {};

  private final Pieces pieces;
  private final StandIns standIns;
  private final int start;
  private final int end;

  public Sequences(Pieces pieces) {
    this.pieces = pieces;
    standIns = new StandIns(pieces);
    start = pieces.number("[CLS]");
    end = pieces.number("[SEP]");
  }

  /** Whether a text is too long to be read whole. */
  static boolean isLong(Marked text) {
    return text.tokens().length > MOST * 3 / 4;
  }

  /**
   * @param telling tells, for so many tokens, how much each may decide; asked of a long text only
   */
  public Sequence of(Reading reading, IntFunction<float[]> telling) {
    Row row = new Row(standIns.cast());
    row.add(start, 0, NO_CLASS, -1);
    List<Integer> platform = pieces.of(reading.platform().replace('-', ' '));
    platform.stream().limit(PLATFORM).forEach(piece -> row.add(piece, 0, NO_CLASS, -1));
    lay(reading.author(), 0, AUTHOR, false, row);
    row.add(end, 0, NO_CLASS, -1);
    lay(reading.context(), 0, CONTEXT, false, row);
    row.add(end, 0, NO_CLASS, -1);
    Marked text = reading.text();
    if (isLong(text)) {
      boolean article = text.tokens().length > ARTICLE;
      int opening = article ? OPENING_OF_ARTICLE : OPENING;
      parts(text, opening, (article ? MOST_OF_ARTICLE : MOST) - opening, telling, row);
    } else {
      lay(text, 0, MOST, true, row);
    }
    row.add(end, 0, NO_CLASS, -1);
    return row.sequence();
  }

  /** The opening and the most telling part. */
  private void parts(Marked text, int opening, int part, IntFunction<float[]> telling, Row row) {
    int next = lay(text, 0, opening, true, row);
    if (next < text.tokens().length) {
      float[] tells = telling.apply(text.tokens().length);
      lay(text, Math.max(next, mostTelling(tells, part)), part, true, row);
    }
  }

  /** Where the stretch of some tokens starts that tells most. */
  private static int mostTelling(float[] telling, int length) {
    float sum = 0;
    float best = -1;
    int from = 0;
    for (int i = 0; i < telling.length; i++) {
      sum += telling[i] - (i >= length ? telling[i - length] : 0);
      if (sum > best + 1e-3f) {
        best = sum;
        from = Math.max(0, i - length + 1);
      }
    }
    return from;
  }

  /** Lays tokens down until there is no more room; the first token that was not laid. */
  private int lay(Marked marked, int from, int most, boolean text, Row row) {
    int limit = row.length + most;
    int i = from;
    while (i < marked.tokens().length && row.length < limit) {
      Mark mark = marked.marks()[i];
      boolean named = mark != Mark.NONE && mark != Mark.NAMESAKE_WORD;
      int standIn = named ? mark.ordinal() : row.cast.standIn(marked, i);
      int form = form(marked, i);
      int token = text ? i : -1;
      if (standIn >= 0) {
        row.add(standIn, form, NO_CLASS, token);
      } else {
        int[] classes = marked.tokens()[i].classes();
        pieces(marked.tokens()[i]).forEach(piece -> row.add(piece, form, classes, token));
      }
      i = named ? pastName(marked, i, mark) : i + 1;
    }
    return i;
  }

  private static int pastName(Marked marked, int i, Mark mark) {
    int past = Math.max(i + 1, marked.ends()[i]);
    while (past < marked.marks().length
        && mark == Mark.OTHER_SCHOOL
        && marked.marks()[past] == mark) {
      past++;
    }
    return past;
  }

  private static int form(Marked marked, int i) {
    return marked.tokens()[i].shape().ordinal() * NameTagger.TAGS + marked.people()[i];
  }

  /** The pieces below {@link Sequence#OWN} stand for what has no word. */
  private List<Integer> pieces(Token token) {
    return switch (token.kind()) {
      case HANDLE -> List.of(20);
      case URL -> List.of(21);
      case EMAIL -> List.of(22);
      case PHONE -> List.of(23);
      case POSTCODE -> List.of(24);
      case EMOJI -> List.of(EMOJI + Math.floorMod(token.word().hashCode(), EMOJIS));
      case WORD, NUMBER, PUNCTUATION, HASHTAG -> pieces.of(token.word());
    };
  }

  /** A sequence in the making. */
  private static final class Row {
    private final IntStream.Builder numbers = IntStream.builder();
    private final IntStream.Builder forms = IntStream.builder();
    private final IntStream.Builder tokens = IntStream.builder();
    private final List<int[]> classes = new ArrayList<>();
    private final StandIns.Cast cast;
    private int length;

    Row(StandIns.Cast cast) {
      this.cast = cast;
    }

    void add(int piece, int form, int[] classesOf, int token) {
      numbers.add(piece);
      classes.add(classesOf);
      forms.add(piece < Sequence.OWN ? Sequence.FORMS - Sequence.OWN + piece : form);
      tokens.add(token);
      length++;
    }

    Sequence sequence() {
      return new Sequence(
          numbers.build().toArray(),
          forms.build().toArray(),
          classes.toArray(int[][]::new),
          tokens.build().toArray());
    }
  }
}
