-- The cases that there are already are counted once the product runs.
select kit.enqueue('residence.recountStatistics', '{}', 'residence.recountStatistics');
