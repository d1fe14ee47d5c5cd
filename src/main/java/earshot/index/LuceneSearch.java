package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.store.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Answers one search from an open Lucene folder within two seconds. */
final class LuceneSearch {
  private static final long MOST_MILLIS = 2_000;
  private static final int MOST_VALUES = 100;
  private static final String TOO_SLOW =
      "This search took too long and was stopped; not everything is shown. Use fewer or longer words.";

  private LuceneSearch() {}

  static MentionIndex.Result search(
      LuceneFolder folder, MentionIndex.Request request, Database database) throws IOException {
    LuceneFolder.View view = folder.acquire();
    try {
      return search(view, request, database);
    } catch (ExitableDirectoryReader.ExitingReaderException e) {
      return new MentionIndex.Result(0, List.of(), Map.of(), TOO_SLOW);
    } finally {
      LuceneFolder.release(view);
    }
  }

  private static MentionIndex.Result search(
      LuceneFolder.View view, MentionIndex.Request request, Database database) throws IOException {
    QueryTimeoutImpl timeout = new QueryTimeoutImpl(MOST_MILLIS);
    IndexSearcher searcher = new IndexSearcher(new ExitableDirectoryReader(view.reader(), timeout));
    searcher.setTimeout(timeout);
    Query query = LuceneQueries.of(request);
    TopDocs top = top(searcher, query, request);
    List<MentionIndex.Found> found = found(searcher, top, request, database);
    Map<String, List<MentionIndex.Count>> facets = facets(view, query, timeout);
    return new MentionIndex.Result(
        top.totalHits.value(), found, facets, searcher.timedOut() ? TOO_SLOW : null);
  }

  private static TopDocs top(IndexSearcher searcher, Query query, MentionIndex.Request request)
      throws IOException {
    int wanted = request.from() + request.size();
    return switch (request.order()) {
      case BEST ->
          searcher.search(query, new TopScoreDocCollectorManager(wanted, Integer.MAX_VALUE));
      case NEWEST ->
          searcher.search(
              query,
              new TopFieldCollectorManager(LuceneFolder.NEWEST_FIRST, wanted, Integer.MAX_VALUE));
    };
  }

  private static List<MentionIndex.Found> found(
      IndexSearcher searcher, TopDocs top, MentionIndex.Request request, Database database)
      throws IOException {
    List<MentionIndex.Found> found = new ArrayList<>();
    Findings findings = new Findings();
    for (int i = request.from(); i < top.scoreDocs.length; i++) {
      ScoreDoc hit = top.scoreDocs[i];
      String key =
          searcher
              .storedFields()
              .document(hit.doc, Set.of(FindingDocument.KEY))
              .get(FindingDocument.KEY);
      int slash = key.indexOf('/');
      long mention = Long.parseLong(key.substring(0, slash));
      String school = key.substring(slash + 1);
      // what was erased a moment ago is not shown, even if the index has not heard of it yet
      Optional<Finding> finding = database.read(jdbc -> findings.one(jdbc, mention, school));
      double score = Float.isNaN(hit.score) ? 1 : hit.score;
      finding.ifPresent(it -> found.add(StoreSearch.found(it, score, request)));
    }
    return found;
  }

  private static Map<String, List<MentionIndex.Count>> facets(
      LuceneFolder.View view, Query query, QueryTimeoutImpl timeout) throws IOException {
    Map<String, List<MentionIndex.Count>> facets = new LinkedHashMap<>();
    MentionIndex.FACETS.forEach(facet -> facets.put(facet, List.of()));
    if (view.facets() == null) {
      return facets;
    }
    IndexSearcher searcher = new IndexSearcher(view.reader());
    searcher.setTimeout(timeout);
    FacetsCollector collector = searcher.search(query, new FacetsCollectorManager());
    SortedSetDocValuesFacetCounts counts =
        new SortedSetDocValuesFacetCounts(view.facets(), collector);
    for (String facet : MentionIndex.FACETS) {
      FacetResult result = counts.getTopChildren(MOST_VALUES, facet);
      if (result != null) {
        List<MentionIndex.Count> values = new ArrayList<>();
        for (LabelAndValue value : result.labelValues) {
          values.add(new MentionIndex.Count(value.label, value.value.longValue()));
        }
        facets.put(facet, values);
      }
    }
    return facets;
  }
}
