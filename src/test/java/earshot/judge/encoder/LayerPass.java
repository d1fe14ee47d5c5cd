package earshot.judge.encoder;

/** Rows through one {@link Layer} as it is learnt, and the way back. */
final class LayerPass {
  private final LinearPass look;
  private final AttentionPass attention;
  private final LinearPass gather;
  private final byte[] droppedOfSeen;
  private final NormPass seen;
  private final LinearPass widen;
  private final LinearPass narrow;
  private final byte[] droppedOfThought;
  private final NormPass thought;

  /** What all layers read with. */
  record Setting(Parameters parameters, Batch batch, Dropout dropout) {}

  LayerPass(Setting setting, Layout.LayerPlace place, Matrix in) {
    Parameters parameters = setting.parameters;
    look = new LinearPass(parameters, place.look(), in);
    attention = new AttentionPass(setting.batch, look.out());
    gather = new LinearPass(parameters, place.gather(), attention.out());
    droppedOfSeen = setting.dropout.drop(gather.out().values());
    add(in, gather.out());
    seen = new NormPass(parameters, place.seen(), gather.out());
    widen = new LinearPass(parameters, place.widen(), seen.out());
    narrow = new LinearPass(parameters, place.narrow(), gelu(widen.out()));
    droppedOfThought = setting.dropout.drop(narrow.out().values());
    add(seen.out(), narrow.out());
    thought = new NormPass(parameters, place.thought(), narrow.out());
  }

  private static void add(Matrix from, Matrix to) {
    float[] source = from.values();
    float[] sum = to.values();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += source[i];
    }
  }

  private static Matrix gelu(Matrix in) {
    Matrix out = Matrix.zero(in.rows(), in.columns());
    float[] from = in.values();
    float[] to = out.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = Gelu.of(from[i]);
    }
    return out;
  }

  Matrix out() {
    return thought.out();
  }

  /**
   * @param slopes by what came out; in the end by what went in
   */
  void back(Matrix slopes, float[] gradient) {
    thought.back(slopes, gradient);
    Matrix apart = slopes.copy();
    Dropout.back(droppedOfThought, apart.values());
    Matrix wide = Matrix.zero(widen.out().rows(), widen.out().columns());
    narrow.back(apart, gradient, wide);
    throughGelu(widen.out().values(), wide.values());
    widen.back(wide, gradient, slopes);
    seen.back(slopes, gradient);
    apart = slopes.copy();
    Dropout.back(droppedOfSeen, apart.values());
    Matrix gathered = Matrix.zero(slopes.rows(), slopes.columns());
    gather.back(apart, gradient, gathered);
    look.back(attention.back(gathered), gradient, slopes);
  }

  private static void throughGelu(float[] in, float[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] *= Gelu.slope(in[i]);
    }
  }
}
