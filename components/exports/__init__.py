"""A deck as files: slides, PDF, pictures, workbook and message, all from components.report.model."""
