// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "output.h"

#include <QCoreApplication>

#include <algorithm>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

} // namespace

int lineNotUtf8(const QByteArray& text)
{
    const QList<QByteArray> lines = text.split('\n');
    const auto bad = std::find_if(
        lines.begin(), lines.end(), [](const QByteArray& line) { return !QUtf8StringView(line).isValidUtf8(); });
    return bad == lines.end() ? 0 : int(bad - lines.begin()) + 1;
}

CommandLine::CommandLine(const QString& verb, const QString& arguments, const QString& summary, Rest rest)
    : m_verb(verb), m_arguments(arguments), m_rest(rest)
{
    m_parser.setApplicationDescription(summary);
    option("data-dir", "DIR", tr("Where the log is kept (also $WARROOM_DATA_DIR)."));
    option("as", "PERSON", tr("Who you are: a handle of the roster or a name (also $WARROOM_AS)."));
    option("playbook", "NAME", tr("The playbook of what is declared here (also $WARROOM_PLAYBOOK)."));
    option("clock", "ISO8601", tr("Takes this for the time of day; only with --data-dir."));
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, tr("Tells the options of a verb.")});
}

CommandLine& CommandLine::option(const char* name, const char* valueName, const QString& description)
{
    // With -o for --output, as everywhere.
    QStringList names{QLatin1String(name)};
    if (names.first() == QLatin1String("output"))
        names.prepend(QStringLiteral("o"));
    m_parser.addOption({names, description, QLatin1String(valueName)});
    m_valued += names;
    return *this;
}

CommandLine& CommandLine::flag(const char* name, const QString& description)
{
    m_parser.addOption({QLatin1String(name), description});
    return *this;
}

std::optional<int> CommandLine::parse(QStringList arguments, int least, int most)
{
    if (m_rest == Rest::Text)
        arguments = withEndOfOptions(std::move(arguments));
    if (!m_parser.parse(QStringList{QStringLiteral("warroom")} + arguments))
        return complainUsage(m_parser.errorText());
    if (m_parser.isSet(QStringLiteral("help"))) {
        printHelp();
        return exitOk;
    }
    const qsizetype count = positional().size();
    if (count < least || (most >= 0 && count > most))
        return complainUsage(tr("This is not how “%1” is called; see warroom %1 --help.").arg(m_verb));

    m_globals = {value("data-dir"), value("as"), value("playbook"), {}};
    if (isSet("data-dir") && value("data-dir").isEmpty())
        return complainUsage(tr("--data-dir wants a folder."));
    if (isSet("clock")) {
        if (!isSet("data-dir") && qEnvironmentVariableIsEmpty("WARROOM_DATA_DIR"))
            return complainUsage(tr("--clock goes only with --data-dir."));
        const QDateTime time = QDateTime::fromString(value("clock"), Qt::ISODateWithMs);
        if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
            return complainUsage(tr("--clock wants a time such as 2026-01-31T14:23:00Z."));
        // The log counts in 48 bits of milliseconds, which would end in the year 6429.
        if (const int year = time.toUTC().date().year(); year < 1970 || year > 2999)
            return complainUsage(tr("--clock wants a time between the years 1970 and 2999."));
        m_globals.clock = toInstant(time);
    }
    return std::nullopt;
}

void CommandLine::printHelp() const
{
    // Qt knows nothing of verbs, so the first line is ours.
    const QString usage = tr("Usage: warroom %1 [options] %2").arg(m_verb, m_arguments).trimmed();
    printBytes((usage + m_parser.helpText().mid(m_parser.helpText().indexOf(QLatin1Char('\n')))).toUtf8());
}

QStringList CommandLine::withEndOfOptions(QStringList arguments) const
{
    qsizetype i = 0;
    const auto isOption = [](const QString& word) {
        return word == QLatin1String("-h") || (word.startsWith(QLatin1String("--")) && word.size() > 2);
    };
    while (i < arguments.size() && isOption(arguments[i]))
        i += m_valued.contains(arguments[i].mid(2)) ? 2 : 1;
    if (i < arguments.size() && arguments[i] != QLatin1String("--"))
        arguments.insert(i, QStringLiteral("--"));
    return arguments;
}

bool CommandLine::isSet(const char* name) const { return m_parser.isSet(QLatin1String(name)); }
QString CommandLine::value(const char* name) const { return m_parser.value(QLatin1String(name)); }
QStringList CommandLine::positional() const { return m_parser.positionalArguments(); }

} // namespace warroom::app
