package earshot.source;

import java.net.URI;
import java.util.List;

/** Asks for public addresses, politely and guarded. Never throws for what the other side does. */
public interface Fetcher {

  /**
   * One conditional GET within 30 s in all, after robots.txt allowed it and the host's turn came.
   */
  Fetch get(URI address, Fetch.Validators known);

  /** The sitemaps that the host's robots.txt names; empty when it names none or cannot be read. */
  List<URI> sitemaps(URI address);
}
