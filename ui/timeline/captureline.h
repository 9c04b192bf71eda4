// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "session/session.h"
#include "style/theme.h"
#include "timeline/completion.h"

#include <QWidget>

#include <deque>
#include <functional>

namespace warroom::style {
class KeyCap;
class PlainLabel;
} // namespace warroom::style

namespace warroom::timeline {

class LineEdit;
class SuggestionBox;

/// Where everything is said. Shows while typing what the line will be read as; that is what Enter logs.
class CaptureLine : public QWidget
{
    Q_OBJECT

public:
    /// What the line is read against; `firstKey` is filled in here.
    using SituationSource = std::function<capture::Situation()>;

    /// A line on its way to the log.
    struct Logged {
        QString line;
        Instant firstKey{};
        capture::Reading reading; ///< With a command.
        std::optional<EntryId> act;
    };

    CaptureLine(const style::Theme& theme, SituationSource situation, QWidget* parent);

    QString text() const;
    /// Types at the cursor.
    void type(const QString& text);
    /// Becomes the text of the field; what stood there comes back afterwards.
    void say(const QString& text);
    /// A line that was refused after Enter, or never saved, comes back, at once or as soon as the field is empty.
    struct Returned {
        QString line;
        QString why; ///< Shown with it.
        std::optional<Instant> firstKey; ///< None: that of the line as it was logged.
        std::optional<EntryId> act; ///< Said again under the same id, as long as nobody changes it.
    };
    void giveBack(const Returned& returned);
    /// What is said anew instead of a line: an entry's text.
    struct Amendment {
        EntryId entry;
        QString what; ///< "14:31 Decision"
        QString text; ///< As it is.
        QString typed; ///< Said for it before; empty: one begins with the text.
    };
    /// The field becomes the entry's text until Enter or Esc; what stood there comes back afterwards.
    void amend(const Amendment& amendment);
    bool isAmending() const { return m_amending.has_value(); }
    /// What stands here and was not submitted: the text of the field and the lines that wait to come back.
    std::vector<session::Leftover> unsent() const;
    /// Says something about the line that was just logged, until the next key.
    void tell(const QString& message);
    /// Once a second: an old stamp shows.
    void refresh();

Q_SIGNALS:
    void submitted(const warroom::timeline::CaptureLine::Logged& logged);
    void unsentChanged();
    /// Never with the text that it has already.
    void amended(warroom::EntryId entry, const QString& text);
    /// In an empty line: the last act, what was taken back, the last entry.
    void takeBackAsked();
    void sayAgainAsked();
    void lastAsked();
    /// Esc, and nothing here to use it.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void enter();
    void enterAmendment();
    void endAmendment();
    void setAside();
    void escape();
    void bringBack();
    void log();
    QString whatEnterDoes() const;
    void takeNextReturned();
    void takeSuggestion();
    void suggest();
    void hideSuggestions();
    void placeSuggestions();
    void showReading();
    void showAmendment();
    void showPlaceholder();
    void showProblem(const QString& problem, const QColor& colour);
    capture::Situation situation() const;

    style::Theme m_theme;
    SituationSource m_source;
    LineEdit* m_edit;
    style::PlainLabel* m_readingLabel;
    style::KeyCap* m_enterKey;
    style::PlainLabel* m_problem;
    SuggestionBox* m_suggestions;
    Instant m_firstKey{};
    bool m_wasEmpty = true;
    bool m_confirming = false; ///< The problem was shown; the next Enter logs it all the same.
    capture::Reading m_reading;
    Completion m_completion;
    Logged m_logged; ///< The last one, in case it comes back.
    std::deque<Returned> m_returned;
    std::vector<session::Leftover> m_putAway; ///< By Esc, which brings the last one back.
    std::optional<Amendment> m_amending;
    std::optional<Returned> m_again; ///< What the field shows came back and is unchanged.
};

} // namespace warroom::timeline
