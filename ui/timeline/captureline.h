// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "session/session.h"
#include "style/theme.h"
#include "timeline/completion.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <vector>

namespace warroom::style {
class KeyCap;
class PlainLabel;
} // namespace warroom::style

namespace warroom::timeline {

class KeptRow;
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
    /// Becomes the text of the field; what stood there is kept.
    void say(const QString& text);
    /// What is said anew instead of a line: an entry's text.
    struct Amendment {
        EntryId entry;
        QString what; ///< "14:31 Decision"
        QString text; ///< As it is.
        QString typed; ///< Said for it before; empty: one begins with the text.
    };
    /// A text that was not logged. It stands apart from the field, so that nothing typed mixes with it, until Esc or a
    /// click brings it there.
    struct Kept {
        QString line;
        QString why; ///< Shown with it; may be empty.
        std::optional<Instant> firstKey{}; ///< None: that of the line as it was logged.
        std::optional<EntryId> act{}; ///< Said again under the same id, as long as nobody changes it.
        std::optional<Amendment> amends{};
    };
    void keep(Kept kept);
    /// The field becomes the entry's text until Enter or Esc; what stood there is kept.
    void amend(const Amendment& amendment);
    bool isAmending() const { return m_amending.has_value(); }
    /// What stands here and was not submitted.
    struct Contents {
        std::optional<Kept> typed; ///< In the field.
        std::vector<Kept> kept;
    };
    Contents contents() const;
    /// As it was in a line of another look.
    void setContents(const Contents& contents);
    /// The same for another window; the last one is the one that is wanted first.
    std::vector<session::Leftover> unsent() const;
    /// What is kept no longer holds these words.
    void forget(const QSet<QString>& words);
    /// Says something about the line that was just logged, until the next key.
    void tell(const QString& message);
    /// What was told before is not about what comes now.
    void untell()
    {
        if (text().isEmpty())
            tell({});
    }
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
    void clear();
    void putAway();
    void escape();
    void bringBack();
    void showTyped(const Kept& typed);
    void showKept();
    bool holdsText() const;
    Kept typed() const;
    void log();
    QString whatEnterDoes() const;
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
    KeptRow* m_keptRow;
    SuggestionBox* m_suggestions;
    Instant m_firstKey{};
    bool m_wasEmpty = true;
    bool m_confirming = false; ///< The problem was shown; the next Enter logs it all the same.
    capture::Reading m_reading;
    Completion m_completion;
    Logged m_logged; ///< The last one, in case it comes back.
    std::vector<Kept> m_kept; ///< The last one comes back next.
    std::optional<Amendment> m_amending;
    std::optional<Kept> m_again; ///< What the field shows was brought back and is unchanged.
};

} // namespace warroom::timeline
