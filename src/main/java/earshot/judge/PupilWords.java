package earshot.judge;

import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.view.Marked;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Weights;
import java.util.ArrayList;
import java.util.List;

/** Finds the words that together identify a child. */
final class PupilWords {
  /** Below this linear sum a post is never found to identify a child, and is not searched. */
  private static final float WORTH_A_SEARCH = -3.5f;

  private static final int LONGEST = 20_000;

  /** How much the careful reader counts beside the search. */
  private static final float READ = 1;

  /**
   * What was found in a post.
   *
   * @param sums how strongly each token is held to identify a child
   * @param measures what that says of the post
   */
  record Found(float[] sums, float[] measures) {
    static final int MEASURES = 4;
    static final Found NOTHING = new Found(new float[0], new float[MEASURES]);
  }

  private PupilWords() {}

  static boolean isWorthASearch(float sum) {
    return sum > WORTH_A_SEARCH;
  }

  static Found find(Model model, Marked marked) {
    Weights weights = model.learnt().details();
    float[] sums = new float[marked.tokens().length];
    if (sums.length > LONGEST) {
      return new Found(sums, new float[Found.MEASURES]);
    }
    model
        .detail()
        .observe(marked, (token, traits) -> sums[token] = Answers.sums(weights, traits)[0]);
    return new Found(sums, measures(sums));
  }

  /** The strongest token, the second, how many are likely, and that a search was made. */
  static float[] measures(float[] sums) {
    float first = -8;
    float second = -8;
    float likely = 0;
    for (float sum : sums) {
      if (sum > first) {
        second = first;
        first = sum;
      } else if (sum > second) {
        second = sum;
      }
      likely += (float) (1 / (1 + Math.exp(-sum)));
    }
    return new float[] {1, first, second, (float) Math.log1p(likely)};
  }

  /** The words that a post which identifies a child identifies it by: at least one. */
  static List<Span> in(Model model, String text, Marked marked, Answers answers) {
    Token[] tokens = marked.tokens();
    if (tokens.length == 0) {
      return List.of();
    }
    float[] found = answers.found().sums();
    float[] sums =
        joined(
            found.length == tokens.length ? found : find(model, marked).sums(),
            answers.careful().child());
    Question asked = model.learnt().details().questions().get(0);
    boolean[] inside = new boolean[tokens.length];
    int best = 0;
    for (int i = 0; i < tokens.length; i++) {
      boolean likely = asked.probability(sums[i]) >= asked.threshold();
      inside[i] = likely && tokens[i].kind() != Kind.PUNCTUATION;
      best = sums[i] > sums[best] ? i : best;
    }
    inside[best] = true;
    return spans(text, tokens, inside);
  }

  /** What the search and the careful reader say of each token. */
  static float[] joined(float[] found, float[] read) {
    float[] joined = found.clone();
    for (int i = 0; i < Math.min(joined.length, read.length); i++) {
      joined[i] += READ * read[i];
    }
    return joined;
  }

  /** Joins words that stand side by side. */
  private static List<Span> spans(String text, Token[] tokens, boolean[] inside) {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < tokens.length) {
      if (!inside[i]) {
        i++;
        continue;
      }
      int end = i;
      while (joins(tokens, inside, end)) {
        end = inside[end + 1] ? end + 1 : end + 2;
      }
      int to = Math.min(text.length(), tokens[end].end());
      spans.add(new Span(Math.min(tokens[i].start(), to), to));
      i = end + 1;
    }
    return spans;
  }

  private static boolean joins(Token[] tokens, boolean[] inside, int end) {
    if (end + 1 >= tokens.length) {
      return false;
    }
    if (inside[end + 1]) {
      return true;
    }
    boolean bridge = tokens[end + 1].word().equals("-") || tokens[end + 1].word().equals("'s");
    return bridge && end + 2 < tokens.length && inside[end + 2];
  }
}
