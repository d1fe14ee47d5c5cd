package earshot.judge.weigh;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A number for each trait and each question, one byte each: {@code sign(q) * q * q * scale}, so
 * that the many small ones keep their order beside the few large ones.
 */
public final class Weights {
  private static final int VERSION = 1;
  private static final int EIGHT = 8;

  private final List<Question> questions;
  private final float[] scales;
  private final float[] biases;
  private final int[] keys;
  private final byte[] rows;

  /** {@code q * |q|} of each byte. */
  private final short[] products;

  private final long[] slots;
  private final int mask;

  private Weights(List<Question> questions, float[] scales, int[] keys, byte[] rows) {
    this.questions = List.copyOf(questions);
    this.scales = scales;
    biases = new float[scales.length];
    for (int q = 0; q < biases.length; q++) {
      biases[q] = questions.get(q).bias();
    }
    this.keys = keys;
    this.rows = rows;
    products = new short[rows.length];
    for (int i = 0; i < rows.length; i++) {
      products[i] = (short) (rows[i] * Math.abs(rows[i]));
    }
    // key and row stand side by side, so that a look costs one line of memory
    int size = Integer.highestOneBit(Math.max(16, keys.length)) * 4;
    mask = size - 1;
    slots = new long[size];
    for (int i = 0; i < keys.length; i++) {
      int slot = keys[i] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = (long) keys[i] << 32 | (i + 1);
    }
  }

  /**
   * Rounds learnt weights.
   *
   * @param hashes the traits' hashes, sorted by their upper half
   * @param learnt for each question the weight of each trait
   */
  public static Weights of(List<Question> questions, long[] hashes, float[][] learnt) {
    int count = questions.size();
    float[] scales = new float[count];
    byte[] rows = new byte[hashes.length * count];
    int[] keys = new int[hashes.length];
    for (int q = 0; q < count; q++) {
      float largest = 1e-9f;
      for (float weight : learnt[q]) {
        largest = Math.max(largest, Math.abs(weight));
      }
      scales[q] = largest / (127f * 127f);
      for (int i = 0; i < hashes.length; i++) {
        float size = Math.abs(learnt[q][i]);
        int byteSize = Math.round((float) Math.sqrt(size / scales[q]));
        rows[i * count + q] = (byte) (learnt[q][i] < 0 ? -byteSize : byteSize);
      }
    }
    for (int i = 0; i < hashes.length; i++) {
      keys[i] = (int) (hashes[i] >>> 32);
    }
    return new Weights(questions, scales, keys, rows);
  }

  public List<Question> questions() {
    return questions;
  }

  /** The number of a question. */
  public int number(String name) {
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the model answers no question " + name);
  }

  /** The row of a trait, or -1 when nothing was learnt of it. */
  public int row(long hash) {
    int key = (int) (hash >>> 32);
    int slot = key & mask;
    while (slots[slot] != 0) {
      if ((int) (slots[slot] >>> 32) == key) {
        return (int) slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /**
   * A sum for each question over some traits that count alike.
   *
   * @param of the row of each trait; those below 0 count for nothing
   */
  public float[] sums(int[] of) {
    float[] sums = new float[scales.length];
    for (int row : of) {
      if (row >= 0) {
        add(row * sums.length, 1, sums);
      }
    }
    return finish(sums);
  }

  /**
   * A sum for each question over many traits.
   *
   * @param of the row of each trait; those below 0 count for nothing
   * @param values how much each trait counts
   */
  public float[] sums(int[] of, float[] values) {
    int[] known = new int[of.length];
    float[] counts = new float[of.length];
    int size = 0;
    for (int i = 0; i < of.length; i++) {
      if (of[i] >= 0) {
        known[size] = of[i] * scales.length;
        counts[size++] = values[i];
      }
    }
    float[] sums = new float[scales.length];
    int i = 0;
    // of one question there are no passes to save
    int eights = sums.length > 1 ? size - size % EIGHT : 0;
    for (; i < eights; i += EIGHT) {
      addEight(known, counts, i, sums);
    }
    for (; i < size; i++) {
      add(known[i], counts[i], sums);
    }
    return finish(sums);
  }

  private void add(int at, float value, float[] sums) {
    for (int q = 0; q < sums.length; q++) {
      sums[q] += value * products[at + q];
    }
  }

  /** Eight traits in one pass over the questions: most of the judge's time was the passes. */
  private void addEight(int[] at, float[] values, int i, float[] sums) {
    int at0 = at[i];
    int at1 = at[i + 1];
    int at2 = at[i + 2];
    int at3 = at[i + 3];
    int at4 = at[i + 4];
    int at5 = at[i + 5];
    int at6 = at[i + 6];
    int at7 = at[i + 7];
    float value0 = values[i];
    float value1 = values[i + 1];
    float value2 = values[i + 2];
    float value3 = values[i + 3];
    float value4 = values[i + 4];
    float value5 = values[i + 5];
    float value6 = values[i + 6];
    float value7 = values[i + 7];
    short[] from = products;
    for (int q = 0; q < sums.length; q++) {
      sums[q] +=
          value0 * from[at0 + q]
              + value1 * from[at1 + q]
              + value2 * from[at2 + q]
              + value3 * from[at3 + q]
              + value4 * from[at4 + q]
              + value5 * from[at5 + q]
              + value6 * from[at6 + q]
              + value7 * from[at7 + q];
    }
  }

  /** Gives the sums their scale and their bias. */
  private float[] finish(float[] sums) {
    for (int q = 0; q < sums.length; q++) {
      sums[q] = sums[q] * scales[q] + biases[q];
    }
    return sums;
  }

  public float weight(int row, int question) {
    return scales[question] * products[row * questions.size() + question];
  }

  public void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out, 65_536))) {
      data.writeInt(VERSION);
      data.writeInt(questions.size());
      for (int q = 0; q < questions.size(); q++) {
        Question question = questions.get(q);
        question.write(data);
        data.writeFloat(scales[q]);
      }
      data.writeInt(keys.length);
      for (int key : keys) {
        data.writeInt(key);
      }
      // question by question: like stands beside like, which packs better
      for (int q = 0; q < questions.size(); q++) {
        for (int i = 0; i < keys.length; i++) {
          data.writeByte(rows[i * questions.size() + q]);
        }
      }
    }
  }

  public static Weights read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new GZIPInputStream(in, 65_536))) {
      if (data.readInt() != VERSION) {
        throw new IOException("the model was written by another version; run ./dev train");
      }
      int count = data.readInt();
      List<Question> questions = new ArrayList<>(count);
      float[] scales = new float[count];
      for (int q = 0; q < count; q++) {
        questions.add(Question.read(data));
        scales[q] = data.readFloat();
      }
      int[] keys = new int[data.readInt()];
      byte[] packed = data.readNBytes(keys.length * 4);
      for (int i = 0; i < keys.length; i++) {
        keys[i] =
            (packed[4 * i] & 0xFF) << 24
                | (packed[4 * i + 1] & 0xFF) << 16
                | (packed[4 * i + 2] & 0xFF) << 8
                | packed[4 * i + 3] & 0xFF;
      }
      byte[] rows = new byte[keys.length * count];
      for (int q = 0; q < count; q++) {
        byte[] column = data.readNBytes(keys.length);
        for (int i = 0, at = q; i < keys.length; i++, at += count) {
          rows[at] = column[i];
        }
      }
      return new Weights(questions, scales, keys, rows);
    }
  }
}
