package earshot.judge.weigh;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins what several models say of a post into one answer a question: the linear sums, the second
 * layer of a small net over its hidden sums, a few measures of the post, and the encoder's sums.
 *
 * @param questions the questions; their slope is 1
 * @param second for each question its weight of each hidden unit, the last one the bias
 * @param mix for each question its weight of each input (linear sums, the net's sums, measures, the
 *     encoder's sums)
 */
public record Mixture(List<Question> questions, float[][] second, float[][] mix) {
  private static final float LEAK = 0.05f;

  public Mixture {
    questions = List.copyOf(questions);
  }

  /** The net's sums, a question each. */
  public static float[] second(float[] hidden, float[][] second) {
    float[] sums = new float[second.length];
    float[] risen = new float[hidden.length];
    for (int k = 0; k < hidden.length; k++) {
      risen[k] = hidden[k] > 0 ? hidden[k] : LEAK * hidden[k];
    }
    for (int q = 0; q < sums.length; q++) {
      float[] row = second[q];
      float sum = row[hidden.length];
      for (int k = 0; k < hidden.length; k++) {
        sum += row[k] * risen[k];
      }
      sums[q] = sum;
    }
    return sums;
  }

  /**
   * A probability for each question.
   *
   * @param sums the linear sums, a question each, then the hidden sums of the net
   * @param measures a few measures of the post
   * @param encoded the encoder's sums, a question each
   */
  public float[] probabilities(float[] sums, float[] measures, float[] encoded) {
    float[] linear = Arrays.copyOf(sums, questions.size());
    float[] net = second(Arrays.copyOfRange(sums, questions.size(), sums.length), second);
    float[] inputs = new float[linear.length + net.length + measures.length + encoded.length];
    System.arraycopy(linear, 0, inputs, 0, linear.length);
    System.arraycopy(net, 0, inputs, linear.length, net.length);
    System.arraycopy(measures, 0, inputs, linear.length + net.length, measures.length);
    System.arraycopy(encoded, 0, inputs, inputs.length - encoded.length, encoded.length);
    float[] probabilities = new float[questions.size()];
    for (int q = 0; q < probabilities.length; q++) {
      float sum = questions.get(q).bias();
      for (int i = 0; i < inputs.length; i++) {
        sum += mix[q][i] * inputs[i];
      }
      probabilities[q] = questions.get(q).probability(sum);
    }
    return probabilities;
  }

  /** How much the encoder counts for a question. */
  public float encoderShare(int question) {
    return mix[question][mix[question].length - questions.size() + question];
  }

  public void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(out)) {
      data.writeInt(questions.size());
      for (Question question : questions) {
        question.write(data);
      }
      write(data, second);
      write(data, mix);
    }
  }

  private static void write(DataOutputStream data, float[][] rows) throws IOException {
    data.writeInt(rows[0].length);
    for (float[] row : rows) {
      for (float value : row) {
        data.writeFloat(value);
      }
    }
  }

  public static Mixture read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(in)) {
      int count = data.readInt();
      List<Question> questions = new ArrayList<>(count);
      for (int q = 0; q < count; q++) {
        questions.add(Question.read(data));
      }
      return new Mixture(questions, rows(data, count), rows(data, count));
    }
  }

  private static float[][] rows(DataInputStream data, int count) throws IOException {
    float[][] rows = new float[count][data.readInt()];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = data.readFloat();
      }
    }
    return rows;
  }
}
