package earshot.judge.weigh;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One yes-or-no question that a model answers.
 *
 * @param name such as {@code disparaging}
 * @param bias what the sum starts from
 * @param slope how a sum becomes a probability: {@code 1 / (1 + exp(-(slope * sum + offset)))}
 * @param offset see slope
 * @param threshold the probability from which the answer is yes
 */
public record Question(String name, float bias, float slope, float offset, float threshold) {
  public float probability(float sum) {
    return (float) (1 / (1 + Math.exp(-(slope * sum + offset))));
  }

  void write(DataOutputStream data) throws IOException {
    data.writeUTF(name);
    data.writeFloat(bias);
    data.writeFloat(slope);
    data.writeFloat(offset);
    data.writeFloat(threshold);
  }

  static Question read(DataInputStream data) throws IOException {
    return new Question(
        data.readUTF(), data.readFloat(), data.readFloat(), data.readFloat(), data.readFloat());
  }
}
