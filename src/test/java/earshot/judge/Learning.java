package earshot.judge;

import earshot.judge.weigh.Mixture;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Trainer;
import earshot.judge.weigh.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the judge's models from labelled posts. What joins the models, the calibration and the
 * thresholds are learnt from answers about posts of writers and schools that the models had not
 * met: the files, one writer each, are held out in turn, {@link #FOLDS} groups of them; from the
 * encoder, which takes too long to learn so often, always the same ({@link HeldOut}).
 */
final class Learning {
  static final int FOLDS = 6;
  private static final double COST = 8;
  private static final double RARE = 1;
  private static final int FEWEST = 39;
  private static final int FEWEST_FOR_NET = 70;
  private static final float[] SHARES = {0, 0.5f, 1, 1.5f, 2, 3, 4.5f, 7};

  private final List<LabelledPost> posts;
  private final Model plain;
  private final Corpus corpus;
  private final Questions questions;
  private final int[] fold;
  private final boolean[] forNet;
  private final Details details;
  private final First[] byFold = new First[FOLDS];
  private final First whole;
  private final float[][] inputs;
  private final float[] tokenSums;
  private final float[][] joined;
  private final Share share;
  private final Map<String, CarefulReader.Read> careful;
  private final float[] encoderShares;

  /** What each model learnt by itself. */
  private record First(float[][] linear, NetLearning.Net net, float[] detail) {}

  Learning(List<LabelledPost> posts, Weights names) {
    Weights none = Weights.of(List.of(), new long[0], new float[0][]);
    this.careful = HeldOut.read(posts);
    this.plain = Model.of(new Model.Learnt(none, noMixture(), none, names), CarefulReader.NONE);
    this.posts = posts;
    this.corpus = new Corpus(Corpus.observe(plain, posts), FEWEST, RARE);
    this.questions = new Questions(posts);
    List<String> files = posts.stream().map(LabelledPost::file).distinct().toList();
    this.fold = posts.stream().mapToInt(post -> fold(files.indexOf(post.file()))).toArray();
    say("observed");
    float[][][] linear = new float[FOLDS + 1][][];
    NetLearning.Net[] nets = new NetLearning.Net[FOLDS + 1];
    IntStream.rangeClosed(0, FOLDS).forEach(f -> linear[f] = linear(outside(f)));
    say("linear models learnt");
    forNet = corpus.common(FEWEST_FOR_NET);
    IntStream.rangeClosed(0, FOLDS)
        .parallel()
        .forEach(
            f ->
                nets[f] =
                    NetLearning.learn(
                        corpus.examples(), questions.answers(), forNet, rows(outside(f))));
    say("nets learnt");
    int pupil = questions.number(Label.IDENTIFIES_PUPIL.word());
    details =
        new Details(
            plain,
            posts,
            i ->
                questions.answers(pupil)[i]
                    || PupilWords.isWorthASearch(corpus.sum(linear[fold[i]][pupil], i)));
    float[][] detail = new float[FOLDS + 1][];
    IntStream.rangeClosed(0, FOLDS).parallel().forEach(f -> detail[f] = details.learn(outside(f)));
    say("details learnt");
    for (int f = 0; f < FOLDS; f++) {
      byFold[f] = new First(linear[f], nets[f], detail[f]);
    }
    whole = new First(linear[FOLDS], nets[FOLDS], detail[FOLDS]);
    float[] found = details.sums(i -> byFold[fold[i]].detail());
    inputs = inputs(found);
    tokenSums = details.joined(found, this::careful);
    encoderShares = new float[questions.count()];
    share = share();
    for (int q = 0; q < encoderShares.length; q++) {
      encoderShares[q] = encoderShare(q);
    }
    joined = new float[questions.count()][];
    Arrays.setAll(joined, q -> sums(q, share));
  }

  /** First with last: early files and late ones are of different kinds. */
  private static int fold(int file) {
    int turn = file % (2 * FOLDS);
    return turn < FOLDS ? turn : 2 * FOLDS - 1 - turn;
  }

  private static Mixture noMixture() {
    return new Mixture(List.of(), new float[0][], new float[0][]);
  }

  private static void say(String what) {
    System.out.printf("%tT %s%n", System.currentTimeMillis(), what);
  }

  /** The posts outside of a fold; all of them for {@link #FOLDS}. */
  private IntPredicate outside(int held) {
    return i -> fold[i] != held;
  }

  private int[] rows(IntPredicate use) {
    return IntStream.range(0, posts.size()).filter(use).toArray();
  }

  private float[] alike() {
    float[] importance = new float[posts.size()];
    Arrays.fill(importance, 1);
    return importance;
  }

  private float[][] linear(IntPredicate use) {
    int[] rows = rows(use);
    Trainer trainer = new Trainer(corpus.examples(), COST);
    return Arrays.stream(questions.answers())
        .parallel()
        .map(yes -> trainer.learn(rows, yes, alike()))
        .toArray(float[][]::new);
  }

  /** What the models say of each post that they had not met. */
  private float[][] inputs(float[] found) {
    float[][] measures = details.measures(found, posts.size());
    float[][] all = new float[posts.size()][];
    int count = questions.count();
    int pupil = questions.number(Label.IDENTIFIES_PUPIL.word());
    for (int i = 0; i < all.length; i++) {
      First first = byFold[fold[i]];
      float[] one = new float[3 * count + PupilWords.Found.MEASURES];
      for (int q = 0; q < count; q++) {
        one[q] = corpus.sum(first.linear()[q], i);
      }
      System.arraycopy(NetLearning.sums(first.net(), corpus.examples(), i), 0, one, count, count);
      if (PupilWords.isWorthASearch(one[pupil])) {
        System.arraycopy(measures[i], 0, one, 2 * count, measures[i].length);
      }
      CarefulReader.Read read = careful(i);
      if (read != null) {
        System.arraycopy(read.sums(), 0, one, one.length - count, count);
      }
      all[i] = one;
    }
    return all;
  }

  /** How much the net counts beside the linear model, and the search beside both. */
  private record Share(float net, float search) {}

  /** The shares that order held-out posts best: few choices, so that none fits by chance. */
  private Share share() {
    int pupil = questions.number(Label.IDENTIFIES_PUPIL.word());
    float bestNet = 0;
    double most = 0;
    for (float net : new float[] {0, 0.3f, 0.6f, 1}) {
      double sum = 0;
      for (int q = 0; q < Label.values().length; q++) {
        sum += Calibration.averagePrecision(sums(q, new Share(net, 0)), questions.answers(q));
      }
      System.out.printf("  net counts %.1f: %.4f%n", net, sum / Label.values().length);
      bestNet = sum > most ? net : bestNet;
      most = Math.max(most, sum);
    }
    float bestSearch = 0;
    most = 0;
    for (float search : new float[] {0, 0.4f, 0.7f, 1}) {
      Share one = new Share(bestNet, search);
      double precision = Calibration.averagePrecision(sums(pupil, one), questions.answers(pupil));
      System.out.printf("  search counts %.1f: %.4f%n", search, precision);
      bestSearch = precision > most ? search : bestSearch;
      most = Math.max(most, precision);
    }
    return new Share(bestNet, bestSearch);
  }

  /** How much the encoder counts: what orders best the posts that it had not met. */
  private float encoderShare(int question) {
    int[] rows = heldOut(i -> true);
    float best = 0;
    double most = 0;
    for (float one : SHARES) {
      encoderShares[question] = one;
      double precision =
          Calibration.averagePrecision(
              pick(sums(question, share), rows), pick(questions.answers(question), rows));
      best = precision > most ? one : best;
      most = Math.max(most, precision);
    }
    System.out.printf("  encoder counts %.1f for %s%n", best, questions.names().get(question));
    return best;
  }

  private int[] heldOut(IntPredicate use) {
    return rows(i -> use.test(i) && careful(i) != null);
  }

  private float[] sums(int question, Share one) {
    float[] mix = mix(question, one);
    float[] sums = new float[inputs.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = join(mix, inputs[i]);
    }
    return sums;
  }

  /** What each input counts for a question, the bias last. */
  private float[] mix(int question, Share one) {
    int count = questions.count();
    float[] mix = new float[inputs[0].length + 1];
    mix[question] = 1;
    mix[count + question] = one.net();
    mix[mix.length - 1 - count + question] = encoderShares[question];
    boolean child =
        Set.of(Label.IDENTIFIES_PUPIL.word(), "target pupil")
            .contains(questions.names().get(question));
    if (child) {
      // what is found counts from an even chance on; 4 makes up for a search that was not worth it
      mix[2 * count] = 4 * one.search();
      mix[2 * count + 1] = one.search();
    }
    return mix;
  }

  private static float join(float[] mix, float[] inputs) {
    float sum = mix[inputs.length];
    for (int j = 0; j < inputs.length; j++) {
      sum += mix[j] * inputs[j];
    }
    return sum;
  }

  /** The model that ships: learnt from all posts. */
  Model model() {
    return model(whole, i -> true, CarefulReader.NONE);
  }

  /** A model that has met nothing of a fold, neither its posts nor its thresholds. */
  Model modelWithout(int held, CarefulReader reader) {
    return model(byFold[held], outside(held), reader);
  }

  /** What was read of a post by an encoder that had not met it; null for most posts. */
  CarefulReader.@Nullable Read careful(int post) {
    return careful.get(posts.get(post).id());
  }

  boolean isIn(int held, int post) {
    return fold[post] == held;
  }

  private Model model(First first, IntPredicate calibrate, CarefulReader reader) {
    int[] rows = heldOut(calibrate);
    List<Question> joinedQuestions = new ArrayList<>();
    List<Question> plainQuestions = new ArrayList<>();
    List<float[]> sums = new ArrayList<>();
    float[][] mix = new float[questions.count()][];
    for (int q = 0; q < questions.count(); q++) {
      String name = questions.names().get(q);
      mix[q] = mix(q, share);
      joinedQuestions.add(
          Calibration.question(
              name,
              0,
              pick(joined[q], rows),
              pick(questions.answers(q), rows),
              questions.aim(name, rows)));
      add(name, first.linear()[q], plainQuestions, sums);
    }
    for (int k = 0; k < NetLearning.HIDDEN; k++) {
      add("hidden " + k, first.net().first()[k], plainQuestions, sums);
    }
    return Model.of(
        new Model.Learnt(
            Weights.of(plainQuestions, corpus.hashes(), sums.toArray(float[][]::new)),
            new Mixture(joinedQuestions, first.net().second(), mix),
            detailWeights(first.detail(), calibrate),
            plain.learnt().names()),
        reader);
  }

  private void add(String name, float[] learnt, List<Question> asked, List<float[]> sums) {
    asked.add(new Question(name, learnt[learnt.length - 1], 1, 0, 0.5f));
    sums.add(corpus.plain(learnt));
  }

  private Weights detailWeights(float[] of, IntPredicate calibrate) {
    boolean[] identifies = questions.answers(questions.number(Label.IDENTIFIES_PUPIL.word()));
    int[] tokens = details.rows(i -> identifies[i] && calibrate.test(i) && careful(i) != null);
    Question inside =
        Calibration.question(
            "inside",
            of[of.length - 1],
            pick(tokenSums, tokens),
            pick(details.answers(), tokens),
            new Calibration.Aim.Recall(0.985));
    Corpus tokenCorpus = details.corpus();
    return Weights.of(List.of(inside), tokenCorpus.hashes(), new float[][] {tokenCorpus.plain(of)});
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

  /** Tells how well each kind of model orders the posts it had not met, by average precision. */
  void tell() {
    int[] rows = heldOut(i -> true);
    System.out.printf(
        "%n  %-18s %7s %7s %7s %7s%n", "average precision", "linear", "net", "encoder", "joined");
    double[] sums = new double[4];
    int last = inputs[0].length - questions.count();
    for (int q = 0; q < questions.count(); q++) {
      boolean[] answers = pick(questions.answers(q), rows);
      double[] all = {
        Calibration.averagePrecision(pick(column(q), rows), answers),
        Calibration.averagePrecision(pick(column(questions.count() + q), rows), answers),
        Calibration.averagePrecision(pick(column(last + q), rows), answers),
        Calibration.averagePrecision(pick(joined[q], rows), answers)
      };
      for (int k = 0; k < all.length; k++) {
        sums[k] += q < Label.values().length ? all[k] / Label.values().length : 0;
      }
      System.out.printf(
          "  %-18s %7.3f %7.3f %7.3f %7.3f%n",
          questions.names().get(q), all[0], all[1], all[2], all[3]);
    }
    System.out.printf(
        "  %-18s %7.3f %7.3f %7.3f %7.3f%n", "mean of labels", sums[0], sums[1], sums[2], sums[3]);
    boolean[] identifies = questions.answers(questions.number(Label.IDENTIFIES_PUPIL.word()));
    int[] tokens = details.rows(i -> identifies[i] && careful(i) != null);
    System.out.printf(
        "  words that identify: %.3f%n",
        Calibration.averagePrecision(pick(tokenSums, tokens), pick(details.answers(), tokens)));
  }

  private float[] column(int column) {
    float[] all = new float[inputs.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = inputs[i][column];
    }
    return all;
  }
}
