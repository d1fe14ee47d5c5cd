package earshot.judge.encoder;

/**
 * How much it matters, for each question, that it is answered right, and that a yes is found where
 * the evidence stands.
 *
 * @param look 0 for a question that no evidence was given for
 */
public record Importance(float[] answer, float[] look) {}
