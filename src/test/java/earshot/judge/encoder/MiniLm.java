package earshot.judge.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What training starts from: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), as
 * packed for langchain4j; {@code ./dev train encoder} fetches it.
 */
public final class MiniLm {
  private static final int WIDE = 1536;
  private static final int LAYERS = 6;
  private static final int PLACES = 192;

  /** The exporter gave matrices numbers: the first one, and how many it counted on for a layer. */
  private static final int FIRST_MATRIX = 885;

  private static final int PER_LAYER = 13;

  private final Vocabulary vocabulary;
  private final Map<String, float[]> floats;

  private MiniLm(Vocabulary vocabulary, Map<String, float[]> floats) {
    this.vocabulary = vocabulary;
    this.floats = floats;
  }

  public static MiniLm read(Path folder) throws IOException {
    return new MiniLm(
        Vocabulary.read(folder.resolve("all-minilm-l6-v2-tokenizer.json")),
        Onnx.floats(folder.resolve("all-minilm-l6-v2.onnx")));
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** An encoder that reads like it, and is to answer so many questions. */
  public Parameters parameters(int questions) {
    Sizes sizes = new Sizes(Encoder.WIDTH, WIDE, LAYERS, questions);
    float[] meanings = floats("embeddings.word_embeddings.weight");
    Parameters.Given given =
        new Parameters.Given(
            new Matrix(meanings, 0, vocabulary.names().size(), Encoder.WIDTH, Encoder.WIDTH),
            places());
    Parameters parameters = new Parameters(sizes, given);
    norm("embeddings.LayerNorm", parameters.layout.first(), parameters);
    for (int l = 0; l < LAYERS; l++) {
      layer(l, parameters.layout.layers().get(l), parameters);
    }
    parameters.startAnswers();
    return parameters;
  }

  /** What the places add; with it what it adds to be the first of two texts, as ours always is. */
  private Matrix places() {
    Matrix places = Matrix.zero(PLACES, Encoder.WIDTH);
    float[] place = floats("embeddings.position_embeddings.weight");
    float[] type = floats("embeddings.token_type_embeddings.weight");
    for (int i = 0; i < places.values().length; i++) {
      places.values()[i] = place[i] + type[i % Encoder.WIDTH];
    }
    return places;
  }

  private void layer(int number, Layout.LayerPlace place, Parameters parameters) {
    String name = "encoder.layer." + number + ".";
    int matrix = FIRST_MATRIX + PER_LAYER * number;
    look(name, matrix, place.look(), parameters);
    copy(matrix(matrix + 10), place.gather().matrix(), parameters);
    copy(floats(name + "attention.output.dense.bias"), place.gather().bias(), parameters);
    norm(name + "attention.output.LayerNorm", place.seen(), parameters);
    copy(matrix(matrix + 11), place.widen().matrix(), parameters);
    copy(floats(name + "intermediate.dense.bias"), place.widen().bias(), parameters);
    copy(matrix(matrix + 12), place.narrow().matrix(), parameters);
    copy(floats(name + "output.dense.bias"), place.narrow().bias(), parameters);
    norm(name + "output.LayerNorm", place.thought(), parameters);
  }

  /** Puts queries, keys and values side by side. */
  private void look(String name, int matrix, Layout.Linear place, Parameters parameters) {
    int width = place.inputs();
    String[] parts = {"query", "key", "value"};
    int[] numbers = {matrix, matrix + 1, matrix + 4};
    for (int part = 0; part < parts.length; part++) {
      float[] values = matrix(numbers[part]);
      for (int row = 0; row < width; row++) {
        int at = place.matrix() + row * place.outputs() + part * width;
        System.arraycopy(values, row * width, parameters.values, at, width);
      }
      float[] bias = floats(name + "attention.self." + parts[part] + ".bias");
      copy(bias, place.bias() + part * width, parameters);
    }
  }

  private void norm(String name, int place, Parameters parameters) {
    float[] weights = floats(name + ".weight");
    copy(weights, place, parameters);
    copy(floats(name + ".bias"), place + weights.length, parameters);
  }

  private static void copy(float[] from, int place, Parameters parameters) {
    System.arraycopy(from, 0, parameters.values, place, from.length);
  }

  private float[] matrix(int number) {
    return floats("onnx::MatMul_" + number);
  }

  private float[] floats(String name) {
    float[] found = floats.get(name);
    if (found == null) {
      throw new IllegalArgumentException("not in this ONNX file: " + name);
    }
    return found;
  }
}
