package earshot.judge.encoder;

/**
 * Each piece looks at all pieces of its sequence, with several heads (Vaswani et al. 2017), and the
 * way back.
 */
final class AttentionPass {
  private static final int HEAD = Layer.HEAD;
  private static final float SCALE = (float) (1 / Math.sqrt(HEAD));
  private static final float FAR = -87;

  private final Batch batch;
  private final Matrix looks;
  private final int width;
  private final int heads;
  private final Matrix[] shares;
  private final Matrix out;

  /** Queries, keys and values of one head for one sequence. */
  private record Look(Matrix queries, Matrix keys, Matrix values) {}

  /**
   * @param looks queries, keys and values side by side
   */
  AttentionPass(Batch batch, Matrix looks) {
    this.batch = batch;
    this.looks = looks;
    width = looks.columns() / 3;
    heads = width / HEAD;
    shares = new Matrix[batch.size() * heads];
    out = Matrix.zero(looks.rows(), width);
    for (int number = 0; number < batch.size(); number++) {
      for (int head = 0; head < heads; head++) {
        shares[number * heads + head] = look(number, head);
      }
    }
  }

  private Matrix look(int number, int head) {
    Look look = look(looks, number, head);
    int length = look.queries.rows();
    Matrix share = padded(length);
    VectorProducts.add(look.queries, transposed(look.keys), share);
    for (int row = 0; row < length; row++) {
      toShares(share.values(), share.at(row), length);
    }
    clearPadding(share, length);
    VectorProducts.add(share.columns(0, length), look.values, head(out, number, head));
    return share;
  }

  private Look look(Matrix rows, int number, int head) {
    Matrix own = batch.of(rows, number);
    return new Look(
        own.columns(head * HEAD, HEAD),
        own.columns(width + head * HEAD, HEAD),
        own.columns(2 * width + head * HEAD, HEAD));
  }

  private Matrix head(Matrix rows, int number, int head) {
    return batch.of(rows, number).columns(head * HEAD, HEAD);
  }

  private static Matrix padded(int length) {
    return Matrix.zero(length, VectorProducts.room(length));
  }

  private static Matrix transposed(Matrix rows) {
    int room = VectorProducts.room(rows.rows());
    Matrix transposed = Matrix.zero(rows.columns(), room);
    VectorProducts.transpose(rows, transposed);
    return transposed;
  }

  private static void toShares(float[] row, int at, int length) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = at; i < at + length; i++) {
      row[i] *= SCALE;
      most = Math.max(most, row[i]);
    }
    float sum = 0;
    for (int i = at; i < at + length; i++) {
      row[i] = exp(row[i] - most);
      sum += row[i];
    }
    float scale = 1 / sum;
    for (int i = at; i < at + length; i++) {
      row[i] *= scale;
    }
  }

  /** Nothing below what a float holds with all its digits, which would be slow to reckon with. */
  static float exp(float x) {
    return x < FAR ? 0 : (float) Math.exp(x);
  }

  private static void clearPadding(Matrix share, int length) {
    for (int row = 0; row < share.rows(); row++) {
      for (int i = length; i < share.columns(); i++) {
        share.values()[share.at(row) + i] = 0;
      }
    }
  }

  Matrix out() {
    return out;
  }

  /**
   * @param slopes by what came out
   * @return slopes by the queries, keys and values
   */
  Matrix back(Matrix slopes) {
    Matrix lookSlopes = Matrix.zero(looks.rows(), looks.columns());
    for (int number = 0; number < batch.size(); number++) {
      for (int head = 0; head < heads; head++) {
        back(
            head(slopes, number, head),
            shares[number * heads + head],
            look(looks, number, head),
            look(lookSlopes, number, head));
      }
    }
    return lookSlopes;
  }

  private static void back(Matrix slopes, Matrix share, Look look, Look lookSlopes) {
    int length = share.rows();
    Matrix shareSlopes = padded(length);
    VectorProducts.add(slopes, transposed(look.values), shareSlopes);
    Matrix turned = padded(length);
    VectorProducts.transpose(share.columns(0, length), turned);
    VectorProducts.add(turned.columns(0, length), slopes, lookSlopes.values);
    for (int row = 0; row < length; row++) {
      throughShares(share.values(), shareSlopes.values(), share.at(row), length);
    }
    clearPadding(shareSlopes, length);
    VectorProducts.add(shareSlopes.columns(0, length), look.keys, lookSlopes.queries);
    VectorProducts.transpose(shareSlopes.columns(0, length), turned);
    VectorProducts.add(turned.columns(0, length), look.queries, lookSlopes.keys);
  }

  /** From slopes by shares to slopes by what the shares were made of. */
  private static void throughShares(float[] shares, float[] slopes, int at, int length) {
    float sum = 0;
    for (int i = at; i < at + length; i++) {
      sum += slopes[i] * shares[i];
    }
    for (int i = at; i < at + length; i++) {
      slopes[i] = shares[i] * (slopes[i] - sum) * SCALE;
    }
  }
}
