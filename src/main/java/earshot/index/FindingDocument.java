package earshot.index;

import earshot.judge.Finding;
import earshot.query.QueryParser;
import earshot.query.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.Term;

/** A finding as a Lucene document. */
final class FindingDocument {
  static final String KEY = "key";
  static final String PUBLISHED = "published";
  static final String DAY = "day";

  /** Every word; for those who may search the words that identify a child. */
  static final String ALL_WORDS = "all";

  static final String ALL_EXACT = "all-exact";

  /** The words without those that identify a child. */
  static final String OPEN_WORDS = "open";

  static final String OPEN_EXACT = "open-exact";
  private static final int LONGEST_TERM = 8_000;
  private static final FacetsConfig FACETS = facets();

  private FindingDocument() {}

  private static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    MentionIndex.FACETS.forEach(facet -> config.setMultiValued(facet, true));
    return config;
  }

  static FacetsConfig facetsConfig() {
    return FACETS;
  }

  static String key(long mention, String school) {
    return mention + "/" + school;
  }

  static Term keyTerm(long mention, String school) {
    return new Term(KEY, key(mention, school));
  }

  static Document of(Finding finding) {
    Document document = new Document();
    FindingFacts facts = new FindingFacts(finding);
    document.add(new StringField(KEY, key(finding.mention().id(), finding.school()), Store.YES));
    document.add(
        new NumericDocValuesField(PUBLISHED, finding.mention().published().toEpochMilli()));
    document.add(new LongPoint(DAY, facts.day().toEpochDay()));
    addWords(document, finding);
    for (String field : QueryParser.FIELDS) {
      for (String value : facts.values(field)) {
        document.add(new StringField(field, cut(value), Store.NO));
      }
    }
    for (String facet : MentionIndex.FACETS) {
      for (String value : facts.values(facet)) {
        if (!value.isEmpty()) {
          document.add(new SortedSetDocValuesFacetField(facet, cut(value)));
        }
      }
    }
    try {
      return FACETS.build(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addWords(Document document, Finding finding) {
    Tokens tokens = Tokens.of(finding.searched());
    Predicate<Tokens.Token> all = token -> true;
    Predicate<Tokens.Token> open = Words.noPupilWords(finding);
    document.add(new TextField(ALL_WORDS, Words.folded(tokens, all)));
    document.add(new TextField(ALL_EXACT, Words.exact(tokens, all)));
    document.add(new TextField(OPEN_WORDS, Words.folded(tokens, open)));
    document.add(new TextField(OPEN_EXACT, Words.exact(tokens, open)));
  }

  /** Lucene takes terms of up to 32,766 bytes; a longer value is no fact anybody asks for. */
  static String cut(String value) {
    return value.length() <= LONGEST_TERM ? value : value.substring(0, LONGEST_TERM);
  }
}
