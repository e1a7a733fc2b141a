"""The report on a period: sentences, tables and plots made of what InsightService tells."""
