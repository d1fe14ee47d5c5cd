package earshot.judge;

import earshot.judge.names.Gazetteer;
import earshot.judge.names.NameTagger;
import earshot.judge.names.NameTraits;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Learns the tagger of persons' names: an averaged structured perceptron (Collins 2002). */
final class NameLearning {
  private static final int TAGS = NameTagger.TAGS;

  private static final float MISSED = 20;
  private static final float OUTSIDE_BIAS = -10;

  private final NameTraits traits;
  private final int passes;
  private final int fewest;

  /** A sentence with what it counts. */
  record Sentence(Token[] tokens, byte[] tags) {}

  NameLearning(NameTraits traits, int passes, int fewest) {
    this.traits = traits;
    this.passes = passes;
    this.fewest = fewest;
  }

  /** The sets to learn from, with their licences in the model card. */
  static final List<String> SETS = List.of("wnut17", "btc", "tweebank-ner");

  /** Learns from the train parts of the public sets. */
  static Weights learn(Path data) {
    Gazetteer gazetteer = Gazetteer.shipped();
    Tokeniser tokeniser = new Tokeniser(WordClasses.shipped(), gazetteer::isPlainName);
    List<Sentence> sentences = new ArrayList<>();
    for (String set : SETS) {
      for (Tagged tagged : Tagged.read(data.resolve(set).resolve("train.conll"))) {
        sentences.add(new Sentence(tokeniser.readApart(tagged.words()), tagged.tags()));
      }
    }
    return new NameLearning(new NameTraits(gazetteer), 8, 3).learn(sentences);
  }

  Weights learn(List<Sentence> sentences) {
    Map<Long, Integer> numbers = new HashMap<>();
    Map<Long, int[]> met = new HashMap<>();
    List<long[][]> observed = new ArrayList<>();
    for (Sentence sentence : sentences) {
      NameTraits.Looked looked = traits.look(sentence.tokens());
      long[][] rows = new long[sentence.tokens().length][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Arrays.copyOf(looked.of(i), looked.size());
        for (long hash : rows[i]) {
          met.computeIfAbsent(hash, h -> new int[1])[0]++;
        }
      }
      observed.add(rows);
    }
    long[] hashes =
        met.entrySet().stream()
            .filter(entry -> entry.getValue()[0] >= fewest)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    for (int i = 0; i < hashes.length; i++) {
      numbers.put(hashes[i], i);
    }
    int[][][] columns = new int[observed.size()][][];
    for (int s = 0; s < columns.length; s++) {
      columns[s] =
          Arrays.stream(observed.get(s))
              .map(
                  row ->
                      Arrays.stream(row)
                          .filter(numbers::containsKey)
                          .mapToInt(h -> numbers.get(h))
                          .toArray())
              .toArray(int[][]::new);
    }
    return weights(hashes, new Perceptron(hashes.length).learn(columns, sentences, passes));
  }

  private static Weights weights(long[] hashes, float[][] learnt) {
    int size = hashes.length;
    long[] all = Arrays.copyOf(hashes, size + TAGS);
    float[][] byTag = new float[TAGS][size + TAGS];
    for (int tag = 0; tag < TAGS; tag++) {
      all[size + tag] = NameTagger.follow(tag);
      for (int i = 0; i < size + TAGS; i++) {
        byTag[tag][i] = learnt[i][tag];
      }
    }
    List<Question> questions = new ArrayList<>();
    for (String name : List.of("outside", "begin", "inside")) {
      questions.add(new Question(name, name.equals("outside") ? OUTSIDE_BIAS : 0, 1, 0, 0.5f));
    }
    return Weights.of(questions, all, byTag);
  }

  /** The learning itself; the rows beyond the traits hold what tag follows what. */
  private static final class Perceptron {
    private final int size;
    private final float[][] now;
    private final float[][] total;
    private int step;

    Perceptron(int size) {
      this.size = size;
      now = new float[size + TAGS][TAGS];
      total = new float[size + TAGS][TAGS];
    }

    float[][] learn(int[][][] columns, List<Sentence> sentences, int passes) {
      Random random = new Random(5);
      Integer[] order = new Integer[columns.length];
      Arrays.setAll(order, i -> i);
      List<Integer> shuffled = Arrays.asList(order);
      for (int pass = 0; pass < passes; pass++) {
        java.util.Collections.shuffle(shuffled, random);
        for (int s : shuffled) {
          step++;
          take(columns[s], sentences.get(s).tags());
        }
      }
      float[][] mean = new float[size + TAGS][TAGS];
      for (int i = 0; i < mean.length; i++) {
        for (int tag = 0; tag < TAGS; tag++) {
          mean[i][tag] = now[i][tag] - total[i][tag] / step;
        }
      }
      return mean;
    }

    private void take(int[][] rows, byte[] meant) {
      float[][] said = new float[rows.length][TAGS];
      for (int i = 0; i < rows.length; i++) {
        for (int column : rows[i]) {
          for (int tag = 0; tag < TAGS; tag++) {
            said[i][tag] += now[column][tag];
          }
        }
        // a margin: a miss costs more than a false alarm
        for (int tag = 0; tag < TAGS; tag++) {
          said[i][tag] += tag == meant[i] || meant[i] == NameTagger.OUTSIDE ? 0 : MISSED;
        }
      }
      float[][] follows = {now[size], now[size + 1], now[size + 2]};
      byte[] best = NameTagger.best(said, follows);
      for (int i = 0; i < rows.length; i++) {
        if (best[i] != meant[i]) {
          for (int column : rows[i]) {
            move(column, meant[i], best[i]);
          }
        }
        if (i > 0 && (best[i] != meant[i] || best[i - 1] != meant[i - 1])) {
          add(size + meant[i - 1], meant[i], 1);
          add(size + best[i - 1], best[i], -1);
        }
      }
    }

    private void move(int row, byte to, byte from) {
      add(row, to, 1);
      add(row, from, -1);
    }

    private void add(int row, byte tag, float amount) {
      now[row][tag] += amount;
      total[row][tag] += amount * step;
    }
  }
}
