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

  private final List<Question> questions;
  private final float[] scales;
  private final float[] biases;
  private final int[] keys;
  private final byte[] rows;
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
   * Adds one trait to the sums, in units of each question's scale: {@link #finish} ends the sum.
   *
   * @param sums one a question, zeros at the start
   */
  public void add(int row, float value, float[] sums) {
    int at = row * sums.length;
    for (int q = 0; q < sums.length; q++) {
      float weight = rows[at + q];
      sums[q] += value * weight * Math.abs(weight);
    }
  }

  /** Gives the sums their scale and their bias. */
  public float[] finish(float[] sums) {
    for (int q = 0; q < sums.length; q++) {
      sums[q] = sums[q] * scales[q] + biases[q];
    }
    return sums;
  }

  public float weight(int row, int question) {
    int weight = rows[row * questions.size() + question];
    return scales[question] * weight * Math.abs(weight);
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
