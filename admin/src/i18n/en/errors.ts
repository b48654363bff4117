export const errors = {
  errors: {
    nothingSaved: 'Nothing was saved.',
    noAnswer: {
      title: 'No answer from the server.',
      happened: 'The network or the server is down.',
      remedy: 'What you typed is kept. Press the same button again when the connection is back; it will count once.',
    },
    fault: { title: 'This page failed.', remedy: 'Nothing was sent. Reload the page; if it stays, tell an administrator.' },
    credentials: { title: 'E-mail or password is wrong.', happened: 'Nobody was signed in.', remedy: 'Check both and try again.' },
    otp: { title: 'The code is wrong or too old.', happened: 'Nobody was signed in.', remedy: 'Type the code that the app shows now.' },
    signedOut: {
      title: 'Your session ended.',
      happened: 'The server does not know you any more.',
      remedy: 'Sign in again; what you typed is kept.',
    },
    forbidden: {
      title: 'You may not do this.',
      happened: 'Your roles do not allow it here.',
      remedy: 'Ask a person who holds it, or an administrator to grant it.',
    },
    notFound: {
      title: 'Not found.',
      happened: 'There is no such record, or it is not yours to see.',
      remedy: 'Check the code and the organisation above.',
    },
    invalid: { title: 'Something in the form is not right.', remedy: 'Correct it and send again.' },
    blocked: {
      title: 'A gate blocks this.',
      happened: 'A requirement is not met.',
      remedy: 'The card says what is open and who can lift it.',
    },
    conflict: {
      title: 'It does not fit the present state.',
      remedy: 'The page shows the newest state now.',
    },
    tooMany: { title: 'Too many requests.', happened: 'The server asks for a pause.', remedy: 'Wait a minute and try again.' },
    server: {
      title: 'The server failed.',
      happened: 'It reported a fault of its own.',
      remedy: 'Nothing was saved. Try again; if it stays, tell an administrator the request number.',
    },
  },
};
