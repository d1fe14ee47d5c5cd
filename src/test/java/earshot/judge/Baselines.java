package earshot.judge;

import earshot.judge.text.Tokeniser;
import earshot.judge.traits.PlainWords;
import earshot.judge.traits.Traits;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the judge is measured beside, on the same posts. */
final class Baselines {
  private Baselines() {}

  /** About the school, nothing to report: what most posts are. */
  static Score majority(List<LabelledPost> posts) {
    return score(posts, post -> judgement(EnumSet.noneOf(Label.class), Severity.NONE));
  }

  static Score wordList(List<LabelledPost> posts) {
    WordList words = new WordList();
    return score(posts, post -> words.judge(post.post(), post.school()));
  }

  /**
   * A plain bag of words and pairs under logistic regression, its writers held out likewise.
   *
   * @param posts what it learns from, fold by fold
   * @param measured what it is measured on
   */
  static Score bagOfWords(List<LabelledPost> posts, List<LabelledPost> measured) {
    List<Traits> traits =
        posts.stream().map(post -> PlainWords.of(post.post().text()).compact()).toList();
    Corpus corpus = new Corpus(traits, 2, 1);
    Questions questions = new Questions(posts);
    List<String> files = posts.stream().map(LabelledPost::file).distinct().toList();
    int[] fold = posts.stream().mapToInt(p -> files.indexOf(p.file()) % Learning.FOLDS).toArray();
    float[] alike = new float[posts.size()];
    Arrays.fill(alike, 1);
    Trainer trainer = new Trainer(corpus.examples(), 8);
    float[][] sums = new float[Label.values().length + 1][posts.size()];
    for (int held = 0; held < Learning.FOLDS; held++) {
      int out = held;
      int[] rows = IntStream.range(0, posts.size()).filter(i -> fold[i] != out).toArray();
      for (int q = 0; q < sums.length; q++) {
        float[] learnt = trainer.learn(rows, questions.answers(q), alike);
        for (int i = 0; i < posts.size(); i++) {
          if (fold[i] == out) {
            sums[q][i] = corpus.sum(learnt, i);
          }
        }
      }
    }
    Question[] asked = new Question[sums.length];
    for (int q = 0; q < sums.length; q++) {
      asked[q] =
          Calibration.question("", 0, sums[q], questions.answers(q), new Calibration.Aim.Favour(1));
    }
    Map<LabelledPost, Integer> number = new HashMap<>();
    IntStream.range(0, posts.size()).forEach(i -> number.put(posts.get(i), i));
    return score(measured, post -> said(sums, asked, number.get(post)));
  }

  private static Judgement said(float[][] sums, Question[] asked, int post) {
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (Label label : Label.values()) {
      int q = label.ordinal();
      if (asked[q].probability(sums[q][post]) >= asked[q].threshold()) {
        labels.add(label);
      }
    }
    int last = sums.length - 1;
    boolean relevant = asked[last].probability(sums[last][post]) >= asked[last].threshold();
    return judgement(
        relevant ? labels : EnumSet.noneOf(Label.class),
        relevant,
        relevant ? SeverityRules.of(labels, Set.of(), true, false).severity() : Severity.NONE);
  }

  /**
   * VADER's lexicon (Hutto and Gilbert 2014), plain sums: bad words disparage, good ones praise.
   */
  static Map<String, Double> vader(Path file) throws IOException {
    Map<String, Double> words = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] columns = line.split("\t");
      if (columns.length > 1 && !columns[1].equals("mean")) {
        words.put(columns[0], Double.parseDouble(columns[1]));
      }
    }
    return words;
  }

  static double feeling(Map<String, Double> vader, String text) {
    double sum = 0;
    for (String word : Tokeniser.words(text)) {
      sum += vader.getOrDefault(word, 0.0);
    }
    return sum / Math.sqrt(sum * sum + 15);
  }

  static Score vader(List<LabelledPost> posts, Map<String, Double> vader) {
    return score(
        posts,
        post -> {
          double feeling = feeling(vader, post.post().text());
          Set<Label> labels = EnumSet.noneOf(Label.class);
          if (feeling <= -0.05) {
            labels.add(Label.DISPARAGING);
            labels.add(Label.COMPLAINT);
          } else if (feeling >= 0.3) {
            labels.add(Label.PRAISE);
          }
          return judgement(labels, feeling < -0.05 ? Severity.MEDIUM : Severity.NONE);
        });
  }

  static Score score(List<LabelledPost> posts, Function<LabelledPost, Judgement> judge) {
    Score score = new Score();
    posts.forEach(post -> score.add(post, judge.apply(post)));
    return score;
  }

  private static Judgement judgement(Set<Label> labels, Severity severity) {
    return judgement(labels, true, severity);
  }

  static Judgement judgement(Set<Label> labels, boolean relevant, Severity severity) {
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    return new Judgement(
        relevant, 1, Set.of(), labels, scores, severity, List.of(), List.of(), List.of());
  }
}
