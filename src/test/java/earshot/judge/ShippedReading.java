package earshot.judge;

import earshot.judge.encoder.Pieces;
import earshot.judge.traits.Reader;
import earshot.judge.traits.Reading;
import earshot.school.School;

/** Reads as the shipped judge does, without judging. */
public final class ShippedReading {
  private final Reader reader = new Reader(Model.weights(Model.NAMES));

  public Reading read(String text, School school) {
    return reader.read("facebook", "", "", text, school);
  }

  /** The pieces that the shipped encoder knows. */
  public Pieces pieces() {
    return Model.encoder().pieces();
  }
}
