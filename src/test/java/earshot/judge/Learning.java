package earshot.judge;

import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.traits.Traits;
import earshot.judge.view.Marked;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Trainer;
import earshot.judge.weigh.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Learns the judge's models from labelled posts. Calibration and thresholds come from posts held
 * out by their file: each file is one writer with schools of its own.
 */
final class Learning {
  private static final double COST = 4;
  private static final double RARE = 0.5;
  private static final int FEWEST = 3;
  private static final double DETAIL_COST = 1;

  private final List<LabelledPost> posts;
  private final Model plain;
  private final Corpus corpus;
  private final Corpus details;
  private final int[] detailPost;
  private final boolean[] detailAnswers;
  private final List<String> names = new ArrayList<>();
  private final List<boolean[]> answers = new ArrayList<>();

  Learning(List<LabelledPost> posts) {
    this.posts = posts;
    Weights none = Weights.of(List.of(), new long[0], new float[0][]);
    this.plain = Model.of(none, none);
    this.corpus = new Corpus(Corpus.observe(plain, posts), FEWEST, RARE);
    questions().forEach(this::ask);
    List<Traits> tokens = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    List<Boolean> inside = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      if (posts.get(i).labels().contains(Label.IDENTIFIES_PUPIL)) {
        addTokens(i, tokens, owners, inside);
      }
    }
    details = new Corpus(tokens, FEWEST, 0);
    detailPost = owners.stream().mapToInt(Integer::intValue).toArray();
    detailAnswers = new boolean[inside.size()];
    IntStream.range(0, detailAnswers.length).forEach(i -> detailAnswers[i] = inside.get(i));
  }

  private void addTokens(int i, List<Traits> traits, List<Integer> owners, List<Boolean> inside) {
    LabelledPost post = posts.get(i);
    Marked marked = Corpus.reading(plain, post).text();
    List<Span> spans = post.pupilSpans();
    plain
        .detail()
        .observe(
            marked,
            (t, observed) -> {
              Token token = marked.tokens()[t];
              if (token.kind() != Kind.PUNCTUATION) {
                traits.add(observed);
                owners.add(i);
                inside.add(
                    spans.stream()
                        .anyMatch(s -> token.start() < s.end() && s.start() < token.end()));
              }
            });
  }

  private static Map<String, Predicate<LabelledPost>> questions() {
    Map<String, Predicate<LabelledPost>> questions = new LinkedHashMap<>();
    for (Label label : Label.values()) {
      questions.put(label.word(), post -> post.labels().contains(label));
    }
    questions.put(ModelJudge.RELEVANT, LabelledPost::relevant);
    questions.put(ModelJudge.URGENT, post -> post.severity().atLeast(Severity.HIGH));
    questions.put(ModelJudge.CRITICAL, post -> post.severity() == Severity.CRITICAL);
    for (Target target : Target.values()) {
      questions.put("target " + target.word(), post -> post.targets().contains(target));
    }
    return questions;
  }

  private void ask(String name, Predicate<LabelledPost> question) {
    names.add(name);
    boolean[] yes = new boolean[posts.size()];
    for (int i = 0; i < yes.length; i++) {
      yes[i] = question.test(posts.get(i));
    }
    answers.add(yes);
  }

  private static Calibration.Aim aim(String question) {
    return switch (question) {
      case "identifies-pupil" -> new Calibration.Aim.Recall(0.95);
      case ModelJudge.URGENT -> new Calibration.Aim.Calm(0.02);
      default -> new Calibration.Aim.Balance();
    };
  }

  /** The files, one writer each. */
  List<String> files() {
    return posts.stream().map(LabelledPost::file).distinct().toList();
  }

  /** What was learnt from some posts, before it is calibrated. */
  record Learnt(float[][] labels, float[] details) {}

  Learnt learn(Predicate<LabelledPost> use) {
    int[] rows = IntStream.range(0, posts.size()).filter(i -> use.test(posts.get(i))).toArray();
    float[] importance = new float[posts.size()];
    Arrays.fill(importance, 1);
    Trainer trainer = new Trainer(corpus.examples(), COST);
    float[][] labels =
        answers.parallelStream()
            .map(yes -> trainer.learn(rows, yes, importance))
            .toArray(float[][]::new);
    int[] tokens =
        IntStream.range(0, detailPost.length)
            .filter(i -> use.test(posts.get(detailPost[i])))
            .toArray();
    float[] alike = new float[detailPost.length];
    Arrays.fill(alike, 1);
    float[] detail =
        new Trainer(details.examples(), DETAIL_COST).learn(tokens, detailAnswers, alike);
    return new Learnt(labels, detail);
  }

  /** Sums of posts and tokens that stood outside of what was learnt from. */
  record HeldOut(float[][] labels, float[] details) {}

  /** What each file's posts get from what was learnt of all other files. */
  HeldOut holdOut(Map<String, Learnt> byFile) {
    float[][] labels = new float[names.size()][posts.size()];
    for (int i = 0; i < posts.size(); i++) {
      Learnt learnt = byFile.get(posts.get(i).file());
      for (int q = 0; q < labels.length; q++) {
        labels[q][i] = corpus.sum(learnt.labels()[q], i);
      }
    }
    float[] tokens = new float[detailPost.length];
    for (int t = 0; t < tokens.length; t++) {
      tokens[t] = details.sum(byFile.get(posts.get(detailPost[t]).file()).details(), t);
    }
    return new HeldOut(labels, tokens);
  }

  Map<String, Learnt> learnByFile() {
    Map<String, Learnt> learnt = new LinkedHashMap<>();
    files().forEach(file -> learnt.put(file, learn(post -> !post.file().equals(file))));
    return learnt;
  }

  /**
   * A model from learnt weights.
   *
   * @param calibrate the held-out posts that calibration and thresholds may see
   */
  Model model(Learnt learnt, HeldOut held, Predicate<LabelledPost> calibrate) {
    int[] rows =
        IntStream.range(0, posts.size()).filter(i -> calibrate.test(posts.get(i))).toArray();
    List<Question> questions = new ArrayList<>();
    float[][] weights = new float[names.size()][];
    for (int q = 0; q < weights.length; q++) {
      float[] of = learnt.labels()[q];
      questions.add(
          Calibration.question(
              names.get(q),
              of[of.length - 1],
              pick(held.labels()[q], rows),
              pick(answers.get(q), rows),
              aim(names.get(q))));
      weights[q] = corpus.plain(of);
    }
    int[] tokens =
        IntStream.range(0, detailPost.length)
            .filter(i -> calibrate.test(posts.get(detailPost[i])))
            .toArray();
    float[] of = learnt.details();
    Question inside =
        Calibration.question(
            "inside",
            of[of.length - 1],
            pick(held.details(), tokens),
            pick(detailAnswers, tokens),
            new Calibration.Aim.Recall(0.96));
    return Model.of(
        Weights.of(questions, corpus.hashes(), weights),
        Weights.of(List.of(inside), details.hashes(), new float[][] {details.plain(of)}));
  }

  private static float[] pick(float[] all, int[] rows) {
    float[] picked = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = all[rows[i]];
    }
    return picked;
  }

  private static boolean[] pick(boolean[] all, int[] rows) {
    boolean[] picked = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = all[rows[i]];
    }
    return picked;
  }
}
