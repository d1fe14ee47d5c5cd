package earshot.judge.encoder;

/**
 * A sequence and the right answers, each 1 or 0.
 *
 * @param answers to each question
 * @param child whether each piece is one of the words that identify a child
 * @param evidence whether each piece is one of the words that decide
 * @param childWeight how much it matters to find the child's words
 */
public record Example(
    Sequence sequence, float[] answers, float[] child, float[] evidence, float childWeight) {}
