package earshot.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.names.Gazetteer;
import earshot.judge.names.NameTagger;
import earshot.judge.names.NameTraits;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Reading;
import earshot.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shipped models on the parts of the public sets that nothing was learnt from. */
final class PublicSets {
  private static final School NOBODY =
      School.named("Hollowbeck Primary School", List.of(), List.of(), List.of(), "");

  private PublicSets() {}

  static void run(Path data, Map<String, Double> vader) throws IOException {
    Model model = Model.shipped();
    System.out.printf("%nPersons' names, whole names right%n");
    for (String set : NameLearning.SETS) {
      names(model, set, Tagged.read(data.resolve(set).resolve("dev.conll")));
    }
    toxicSpans(model, vader, data.resolve("toxic-spans/trial.tsv"));
    for (String part : List.of("mt_dev", "rw_dev")) {
      newsMtsc(model, vader, data.resolve("newsmtsc/" + part + ".tsv"));
    }
  }

  private static void names(Model model, String set, List<Tagged> sentences) {
    Gazetteer gazetteer = Gazetteer.shipped();
    Tokeniser tokeniser = new Tokeniser(WordClasses.shipped(), gazetteer::isPlainName);
    NameTagger tagger = new NameTagger(new NameTraits(gazetteer), model.learnt().names());
    int right = 0;
    int said = 0;
    int meant = 0;
    for (Tagged sentence : sentences) {
      Set<String> gold = new HashSet<>(Tagged.names(sentence.tags()));
      List<String> found = Tagged.names(tagger.tag(tokeniser.readApart(sentence.words())));
      said += found.size();
      meant += gold.size();
      right += (int) found.stream().filter(gold::contains).count();
    }
    System.out.printf(
        "  %-14s dev: precision %.3f, recall %.3f, F1 %.3f (%d names)%n",
        set, right / (double) said, right / (double) meant, 2.0 * right / (said + meant), meant);
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size()).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static Answers answers(Model model, Reading reading) {
    return new Answers(model, reading);
  }

  /** Words that make a comment toxic, by what each says for insult, obscenity, discrimination. */
  private static void toxicSpans(Model model, Map<String, Double> vader, Path file)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Float> ours = new ArrayList<>();
    List<Float> theirs = new ArrayList<>();
    List<Boolean> toxic = new ArrayList<>();
    for (String[] row : rows(file)) {
      String text = json.readTree(row[1]).asText();
      Set<Integer> inside = new HashSet<>();
      json.readTree(row[0]).forEach(at -> inside.add(at.asInt()));
      Reading reading = model.reader().read("news-comment", "", "", text, NOBODY);
      Answers answers = answers(model, reading);
      Token[] tokens = reading.text().tokens();
      float[] said = new float[tokens.length];
      for (Label label : List.of(Label.DISPARAGING, Label.OFFENSIVE, Label.DISCRIMINATORY)) {
        answers.explain(label.word(), said);
      }
      for (int i = 0; i < tokens.length; i++) {
        ours.add(said[i]);
        theirs.add((float) -vader.getOrDefault(tokens[i].word(), 0.0));
        toxic.add(inside.contains(tokens[i].start()));
      }
    }
    System.out.printf(
        "%nToxic words of toxic-spans trial, average precision: judge %.3f, VADER's lexicon %.3f%n",
        precision(ours, toxic), precision(theirs, toxic));
  }

  /** Sentences that are negative towards somebody, though no school stands in them. */
  private static void newsMtsc(Model model, Map<String, Double> vader, Path file)
      throws IOException {
    List<Float> ours = new ArrayList<>();
    List<Float> theirs = new ArrayList<>();
    List<Boolean> negative = new ArrayList<>();
    for (String[] row : rows(file)) {
      School school = School.named(row[4], List.of(), List.of(), List.of(), "");
      Answers answers = answers(model, model.reader().read("news", "", "", row[5], school));
      double bad =
          answers.probability(Label.DISPARAGING.word())
              + answers.probability(Label.ALLEGATION.word())
              + answers.probability(Label.COMPLAINT.word());
      ours.add((float) (bad - answers.probability(Label.PRAISE.word())));
      theirs.add((float) -Baselines.feeling(vader, row[5]));
      negative.add(row[1].startsWith("2"));
    }
    System.out.printf(
        "Negative sentences of NewsMTSC %s, average precision: judge %.3f, VADER %.3f, chance"
            + " %.3f%n",
        file.getFileName(),
        precision(ours, negative),
        precision(theirs, negative),
        negative.stream().filter(yes -> yes).count() / (double) negative.size());
  }

  private static double precision(List<Float> sums, List<Boolean> answers) {
    float[] all = new float[sums.size()];
    boolean[] yes = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = sums.get(i);
      yes[i] = answers.get(i);
    }
    return Calibration.averagePrecision(all, yes);
  }
}
