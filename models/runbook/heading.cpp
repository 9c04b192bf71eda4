// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/heading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

bool matches(const QRegularExpression& form, const QString& text) { return form.match(text).hasMatch(); }

/// Without what stands in brackets behind it and the colon at its end.
QString bare(const QString& title)
{
    static const QRegularExpression form(u"\\s*(?:\\([^()]*\\))?\\s*:?\\s*\\z"_s);
    return QString(withoutStepNumber(title)).remove(form);
}

std::chrono::seconds inSeconds(const QString& count, const QString& unit)
{
    const int number = count.toInt();
    switch (unit.toLower().at(0).unicode()) {
    case u's':
        return std::chrono::seconds(number);
    case u'h':
        return std::chrono::hours(number);
    default:
        return std::chrono::minutes(number);
    }
}

/// Such a heading tells to do something, whatever its other words are about.
bool beginsWithVerb(const QString& title)
{
    static const QRegularExpression form(
        u"\\A(?:address|analy[sz]e|apply|assess|check|clean|clear|collect|configure|confirm|connect|contain|create"
        "|deploy|determine|diagnose|disable|drain|enable|ensure|escalate|execute|fail|find|fix|gather|get|identify"
        "|increase|inspect|investigate|isolate|kill|locate|look|mitigate|monitor|notify|open|optimi[sz]e|perform"
        "|recover|reduce|remove|reset|resolve|restart|restore|resume|review|roll|run|scale|send|start|stop|switch"
        "|test|trigger|troubleshoot|update|validate|verify)\\b(?!\\s*(?:steps|procedures?)?\\z)"_s,
        anyCase);
    return matches(form, title);
}

} // namespace

std::optional<std::chrono::seconds> timeBoxIn(const QString& text)
{
    static const QRegularExpression form(
        u"\\(\\s*(?:(?:first|within|max\\.?|maximum|up to|about|under|in|[~<≤])\\s*)?"
        "(?:\\d{1,4}\\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)?\\s*(?:-|–|to)\\s*)?"
        "(\\d{1,4})\\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\\s*\\)"_s,
        anyCase);
    // "(503s)" is about answers of a server.
    static const QRegularExpression answers(u"\\(\\s*[1-5]\\d\\ds\\s*\\)"_s);
    if (!text.contains(u'('))
        return std::nullopt;
    const auto match = form.match(text);
    if (!match.hasMatch() || answers.match(match.captured()).hasMatch())
        return std::nullopt;
    return inSeconds(match.captured(1), match.captured(2));
}

std::optional<int> stepNumber(const QString& title)
{
    static const QRegularExpression form(u"\\A(?:step\\s+(\\d{1,4})\\b(?!\\.\\d)|(\\d{1,4})[.)]\\s)"_s, anyCase);
    const auto match = form.match(title);
    if (!match.hasMatch())
        return std::nullopt;
    return (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).toInt();
}

QString withoutStepNumber(const QString& title)
{
    static const QRegularExpression form(u"\\A(?:step\\s+\\d{1,4}\\s*[:.)–—-]*|\\d{1,4}[.)])\\s*"_s, anyCase);
    if (!stepNumber(title))
        return title;
    const QString rest = QString(title).remove(form);
    return rest.isEmpty() ? title : rest;
}

bool isBranch(const QString& title)
{
    static const QRegularExpression form(
        u"\\A(?:case|option|category|alternative|method|approach|variant)\\s+#?(?:\\d{1,3}|[a-z])\\b"_s, anyCase);
    return matches(form, title);
}

bool isCondition(const QString& title)
{
    static const QRegularExpression form(u"\\A(?:if|for|when)\\s+\\S"_s, anyCase);
    return matches(form, title);
}

Purpose purposeOf(const QString& title)
{
    static const QRegularExpression afterwards(
        u"\\bpost[- ]?(?:incident|mortem|resolution|recovery)|\\bafter (?:the |an "
        u")?incident|\\Aprevent(?:ion|ive|ing)?\\b"
        "|\\bprevention\\b|\\Alessons?\\b|\\blong[- ]term\\b|\\bfollow[- ]?ups?\\b"_s,
        anyCase);
    static const QRegularExpression background(
        u"\\b(?:symptoms?|meaning|causes?|escalations?|contacts?|communications?|templates?|references|prerequisites?"
        "|severity|criteria|glossary|overview|introduction|dashboards?|responsibilities|examples?|faq|alert details)\\b"
        "|\\A(?:about|related|see also|what this|when to use)\\b|\\b(?:contents|links|background)\\z"
        "|\\A(?:\\w+ "
        ")?(?:impacts?|summary|description|contexts?|tools?|owners?|ownership|history|resources|definitions?"
        "|scope|purpose|roles?|architecture|triggers?|documentation|classification|levels|metadata|metrics)\\z"
        "|\\A(?:configuration|changelog|tools and [a-z ]+)\\z"_s,
        anyCase);
    if (isBranch(title))
        return Purpose::Action;
    const QString words = bare(title);
    if (matches(afterwards, words))
        return Purpose::Afterwards;
    return !beginsWithVerb(words) && matches(background, words) ? Purpose::Background : Purpose::Action;
}

bool isDiagnosis(const QString& title)
{
    static const QRegularExpression form(
        u"\\b(?:diagnos\\w*|investigat\\w*|triage|verif\\w*|validation|checks?|troubleshooting|detection)\\b"_s,
        anyCase);
    return matches(form, title);
}

bool isSolution(const QString& title)
{
    static const QRegularExpression form(
        u"\\A(?:immediate |quick |response |resolution |recovery |remediation |mitigation )?"
        "(?:resolution|mitigations?|remediation|fix|fixes|solutions?|recovery|response|steps|procedure|actions?)"
        "(?: steps?| actions?| procedure)?\\z"_s,
        anyCase);
    return matches(form, bare(title));
}

bool isUsual(const QString& title)
{
    return isSolution(title) || isDiagnosis(title) || purposeOf(title) != Purpose::Action;
}

bool namesRunbook(const QString& title)
{
    static const QRegularExpression form(
        u"\\A(?:\\d{1,4}[.)]\\s*)?(?:(?:runbook|playbook|scenario)(?:\\s+#?\\w{1,8})?\\s*[:–—-]\\s*\\S|(?:RB|PB)-?\\d)"_s,
        anyCase);
    return matches(form, title);
}

bool namesRunbooks(const QString& title)
{
    static const QRegularExpression form(u"\\b(?:runbooks|playbooks|procedures|scenarios)\\z"_s, anyCase);
    static const QRegularExpression other(
        u"\\b(?:escalation|communication|links?|index|references?|related|quick|other|standard|post)\\b"_s, anyCase);
    const QString words = bare(title);
    return matches(form, words) && !matches(other, words);
}

QString anchorOf(const QString& title)
{
    const QString lower = title.toLower();
    QString anchor;
    for (const QChar c : lower) {
        if (c.isSpace())
            anchor += u'-';
        else if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            anchor += c;
    }
    return anchor;
}

} // namespace warroom::runbook
