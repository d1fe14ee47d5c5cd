package earshot.index;

import earshot.query.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Puts a query tree into Lucene's words. */
final class LuceneQueries {
  /** Words that one beginning may stand for where their places matter. */
  private static final int MOST_EXPANSIONS = 1_000;

  private final String words;
  private final String exact;

  private LuceneQueries(boolean pupilWords) {
    this.words = pupilWords ? FindingDocument.ALL_WORDS : FindingDocument.OPEN_WORDS;
    this.exact = pupilWords ? FindingDocument.ALL_EXACT : FindingDocument.OPEN_EXACT;
  }

  /** The request's query within what its reader may see and has chosen. */
  static org.apache.lucene.search.Query of(MentionIndex.Request request) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new LuceneQueries(request.pupilWords()).query(request.query()), Occur.MUST);
    all.add(oneOf("school", request.schools()), Occur.FILTER);
    for (Map.Entry<String, Set<String>> chosen : request.chosen().entrySet()) {
      if (!chosen.getValue().isEmpty()) {
        all.add(chosenFacet(chosen.getKey(), chosen.getValue()), Occur.FILTER);
      }
    }
    return all.build();
  }

  private static org.apache.lucene.search.Query chosenFacet(String facet, Set<String> values) {
    if (!facet.equals("month")) {
      return oneOf(facet, values);
    }
    BooleanQuery.Builder months = new BooleanQuery.Builder();
    for (String month : values) {
      LocalDate first = LocalDate.parse(month + "-01");
      long from = first.toEpochDay();
      long to = first.plusMonths(1).toEpochDay() - 1;
      months.add(LongPoint.newRangeQuery(FindingDocument.DAY, from, to), Occur.SHOULD);
    }
    return months.build();
  }

  private static org.apache.lucene.search.Query oneOf(String field, Set<String> values) {
    List<BytesRef> terms = values.stream().map(FindingFacts::small).map(BytesRef::new).toList();
    return new TermInSetQuery(field, terms);
  }

  private org.apache.lucene.search.Query query(Query query) {
    return switch (query) {
      case Query.All all -> new MatchAllDocsQuery();
      case Query.Word word -> new TermQuery(term(word));
      case Query.Prefix prefix -> new PrefixQuery(new Term(words, prefix.beginning()));
      case Query.Phrase phrase -> places(phrase);
      case Query.Near near -> places(near);
      case Query.And and -> joined(and.parts(), Occur.MUST);
      case Query.Or or -> joined(or.parts(), Occur.SHOULD);
      case Query.Not not -> without(not);
      case Query.Field field ->
          new ConstantScoreQuery(
              new TermQuery(
                  new Term(field.name(), FindingDocument.cut(FindingFacts.small(field.value())))));
      case Query.Dates dates ->
          LongPoint.newRangeQuery(
              FindingDocument.DAY,
              day(dates.from(), Long.MIN_VALUE),
              day(dates.to(), Long.MAX_VALUE));
    };
  }

  private static long day(@org.jspecify.annotations.Nullable LocalDate day, long otherwise) {
    return day == null ? otherwise : day.toEpochDay();
  }

  private Term term(Query.Word word) {
    return new Term(word.exact() ? exact : words, FindingDocument.cut(word.word()));
  }

  private org.apache.lucene.search.Query joined(List<Query> parts, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    parts.forEach(part -> joined.add(query(part), occur));
    return joined.build();
  }

  private org.apache.lucene.search.Query without(Query.Not not) {
    return new BooleanQuery.Builder()
        .add(new MatchAllDocsQuery(), Occur.FILTER)
        .add(query(not.part()), Occur.MUST_NOT)
        .build();
  }

  private org.apache.lucene.search.Query places(Query query) {
    return new IntervalQuery(words, intervals(query));
  }

  private IntervalsSource intervals(Query query) {
    return switch (query) {
      case Query.Word word ->
          word.exact()
              ? Intervals.fixField(exact, Intervals.term(word.word()))
              : Intervals.term(word.word());
      case Query.Prefix prefix ->
          Intervals.prefix(new BytesRef(prefix.beginning()), MOST_EXPANSIONS);
      case Query.Phrase phrase ->
          Intervals.phrase(
              phrase.words().stream().map(this::intervals).toArray(IntervalsSource[]::new));
      case Query.Or or ->
          Intervals.or(or.parts().stream().map(this::intervals).toArray(IntervalsSource[]::new));
      case Query.Near near ->
          Intervals.maxgaps(
              near.distance() - 1,
              Intervals.unorderedNoOverlaps(intervals(near.left()), intervals(near.right())));
      case Query.All all -> throw placeless(all);
      case Query.And and -> throw placeless(and);
      case Query.Not not -> throw placeless(not);
      case Query.Field field -> throw placeless(field);
      case Query.Dates dates -> throw placeless(dates);
    };
  }

  private static IllegalArgumentException placeless(Query query) {
    return new IllegalArgumentException("NEAR and phrases hold words only: " + query);
  }
}
