package earshot.judge;

import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.traits.Traits;
import earshot.judge.view.Marked;
import earshot.judge.weigh.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The tokens of the posts that are worth a search, to learn which of them identify a child. */
final class Details {
  private static final double COST = 4;
  private static final int FEWEST = 4;

  private final Corpus corpus;
  private final int[] owners;
  private final boolean[] inside;
  private final boolean[] sign;

  Details(Model plain, List<LabelledPost> posts, IntPredicate worth) {
    List<Traits> traits = new ArrayList<>();
    List<Integer> of = new ArrayList<>();
    List<Boolean> yes = new ArrayList<>();
    List<Boolean> signs = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      if (worth.test(i)) {
        int post = i;
        List<Span> spans = posts.get(i).pupilSpans();
        Marked marked = Corpus.reading(plain.reader(), posts.get(i)).text();
        plain
            .detail()
            .observe(
                marked,
                (t, observed) -> {
                  traits.add(observed.compact());
                  of.add(post);
                  yes.add(isInside(marked.tokens()[t], spans));
                  signs.add(marked.tokens()[t].kind() == Kind.PUNCTUATION);
                });
      }
    }
    corpus = new Corpus(traits, FEWEST, 0);
    owners = of.stream().mapToInt(Integer::intValue).toArray();
    inside = booleans(yes);
    sign = booleans(signs);
  }

  private static boolean[] booleans(List<Boolean> list) {
    boolean[] all = new boolean[list.size()];
    IntStream.range(0, all.length).forEach(i -> all[i] = list.get(i));
    return all;
  }

  private static boolean isInside(Token token, List<Span> spans) {
    return spans.stream().anyMatch(span -> span.meets(token.start(), token.end()));
  }

  int owner(int t) {
    return owners[t];
  }

  Corpus corpus() {
    return corpus;
  }

  float[] learn(IntPredicate use) {
    int[] rows =
        IntStream.range(0, owners.length).filter(t -> !sign[t] && use.test(owners[t])).toArray();
    float[] alike = new float[owners.length];
    Arrays.fill(alike, 1);
    return new Trainer(corpus.examples(), COST).learn(rows, inside, alike);
  }

  /** The sum of each token, from the weights that its post is given. */
  float[] sums(IntFunction<float[]> weightsOfPost) {
    float[] sums = new float[owners.length];
    for (int t = 0; t < sums.length; t++) {
      sums[t] = corpus.sum(weightsOfPost.apply(owners[t]), t);
    }
    return sums;
  }

  /** The sums of the tokens, with what was read carefully of their posts, where it was. */
  float[] joined(float[] found, IntFunction<CarefulReader.Read> readOfPost) {
    float[] joined = found.clone();
    eachPost(
        (start, end) -> {
          CarefulReader.Read read = readOfPost.apply(owners[start]);
          if (read != null) {
            float[] sums = PupilWords.joined(Arrays.copyOfRange(found, start, end), read.child());
            System.arraycopy(sums, 0, joined, start, sums.length);
          }
        });
    return joined;
  }

  /** What the tokens' sums say of each post; zeros for a post that is not worth a search. */
  float[][] measures(float[] sums, int posts) {
    float[][] measures = new float[posts][PupilWords.Found.MEASURES];
    eachPost(
        (start, end) ->
            measures[owners[start]] = PupilWords.measures(Arrays.copyOfRange(sums, start, end)));
    return measures;
  }

  /** Takes the tokens of one post: from the first to one past the last. */
  private interface Tokens {
    void take(int start, int end);
  }

  private void eachPost(Tokens tokens) {
    int start = 0;
    while (start < owners.length) {
      int end = start;
      while (end < owners.length && owners[end] == owners[start]) {
        end++;
      }
      tokens.take(start, end);
      start = end;
    }
  }

  /** The tokens of some posts, signs left out. */
  int[] rows(IntPredicate use) {
    return IntStream.range(0, owners.length).filter(t -> !sign[t] && use.test(owners[t])).toArray();
  }

  boolean[] answers() {
    return inside;
  }
}
