"""Work is done by another process, and messages go to and fro."""

from __future__ import annotations

import os
import threading

import pytest

from deckgen.layout.processes import Forked, may_fork


def echo(pipe):
    while True:
        pipe.send_bytes(pipe.recv_bytes()[::-1])


@pytest.fixture
def forked(request):
    process = Forked(request.param)
    yield process
    process.stop()


@pytest.mark.parametrize("forked", [echo], indirect=True)
@pytest.mark.parametrize("message", [b"", b"abc", bytes(range(256)) * 10_000])
def test_messages_of_any_length_arrive_whole(forked, message):
    forked.pipe.send_bytes(message)
    assert forked.pipe.recv_bytes() == message[::-1]


@pytest.mark.parametrize("forked", [lambda _pipe: None], indirect=True)
def test_that_the_work_has_ended_is_told_to_who_waits_for_a_message(forked):
    with pytest.raises(EOFError):
        forked.pipe.recv_bytes()


def ended_within_a_message(pipe):
    os.write(pipe._writing.fileno(), (5).to_bytes(8, "little") + b"abc")


@pytest.mark.parametrize("forked", [ended_within_a_message], indirect=True)
def test_half_a_message_is_none(forked):
    with pytest.raises(EOFError):
        forked.pipe.recv_bytes()


@pytest.mark.parametrize("forked", [lambda _pipe: None], indirect=True)
def test_that_the_work_has_ended_is_told_to_who_sends(forked):
    os.waitid(os.P_PID, forked._number, os.WEXITED | os.WNOWAIT)  # its ends are closed by then
    with pytest.raises(BrokenPipeError):
        forked.pipe.send_bytes(b"abc")


def failing(_pipe):
    raise RuntimeError


@pytest.mark.parametrize("forked", [failing], indirect=True)
def test_nothing_after_the_work_goes_on_in_the_copy(forked):
    with pytest.raises(EOFError):
        forked.pipe.recv_bytes()


def test_work_that_does_not_end_is_stopped():
    process = Forked(echo)
    process.stop()
    with pytest.raises(ChildProcessError):
        os.waitpid(process._number, os.WNOHANG)


def test_a_process_with_threads_is_not_forked():
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        waiting.set()
        thread.join()
