package earshot.source;

/** Reads sources of one kind. Never throws for what the other side does. */
public interface Reader {
  Poll poll(Source source, Memory memory);
}
