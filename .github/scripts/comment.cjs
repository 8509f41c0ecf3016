// Posts the report of a pull request as a comment on it, and updates that comment when there is a newer report.
// The report comes from a stranger's code: its size is bounded, it calls nobody, and it is never run or believed.

const fs = require('node:fs')

const MARKER = '<!-- newsarchive: report -->'
const HEAD = '_Written by the checks of this pull request._'
const LONGEST = 60_000 // GitHub takes 65,536 characters
const AUTHOR = 'github-actions[bot]'

/** Return the report as the body of a comment, or null where there is none. */
function body(path) {
  const file = fs.lstatSync(path, { throwIfNoEntry: false })
  if (!file || !file.isFile()) return null
  const bytes = Buffer.alloc(Math.min(file.size, 4 * LONGEST))
  const opened = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW)
  const length = fs.readSync(opened, bytes, 0, bytes.length, 0)
  fs.closeSync(opened)
  const text = bytes.toString('utf8', 0, length)
  if (!text.trim()) return null
  const short = text.length > LONGEST ? `${whole(text.slice(0, LONGEST))}\n\n… shortened; the job summary has all of it.` : text
  return `${MARKER}\n${HEAD}\n\n${quiet(short)}`
}

/** Return the whole lines of a text that was cut. */
function whole(text) {
  return text.slice(0, text.lastIndexOf('\n') + 1 || text.length)
}

/** Return a text that calls nobody and closes no issue: a sign that nobody sees stands behind each @ and #. */
function quiet(text) {
  return text.replace(/@(?=\w)/g, '@\u2060').replace(/#(?=\d)/g, '#\u2060')
}

/** Return the number of the open pull request whose newest commit the run `run` checked, or null. */
async function pullRequest(github, repo, run) {
  if (!run.head_repository) return null // the fork is gone
  const head = `${run.head_repository.owner.login}:${run.head_branch}`
  const { data } = await github.rest.pulls.list({ ...repo, state: 'open', head, per_page: 100 })
  const found = data.filter((pull) => pull.head.sha === run.head_sha)
  return found.length ? found[0].number : null
}

async function comment({ github, context, core, path }) {
  const run = context.payload.workflow_run
  const text = body(path)
  if (text === null) return core.info('There is no report.')
  const number = await pullRequest(github, context.repo, run)
  if (number === null) return core.info('No open pull request has this commit as its newest.')
  const comments = await github.paginate(github.rest.issues.listComments, {
    ...context.repo,
    issue_number: number,
    per_page: 100,
  })
  const own = comments.find((one) => one.user?.login === AUTHOR && one.body?.startsWith(MARKER))
  if (own) return github.rest.issues.updateComment({ ...context.repo, comment_id: own.id, body: text })
  return github.rest.issues.createComment({ ...context.repo, issue_number: number, body: text })
}

module.exports = { comment }
